import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { deleteInvitation } from '#lib/operators/store.ts';

/** Idempotent. */
export const withdrawInvitation = verb(
  'operator.withdraw_invitation',
  z.object({ invitationId: z.uuid() }),
  async (actor, { invitationId }) => {
    await deleteInvitation(actor, invitationId);
    return ok(null);
  },
);
