import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { invitationHashes } from '#lib/operators/invitation-hash.ts';
import { invitationTokenField } from '#lib/operators/schema.ts';
import { findInvitation } from '#lib/operators/store.ts';
import { now } from '#lib/platform/clock.ts';

/** Reading does not consume the invitation, as message apps prefetch links. */
export const readInvitation = verb(
  'operator.join',
  z.object({ token: invitationTokenField }),
  async (_actor, { token }) => {
    const found = await findInvitation(invitationHashes(token), now());
    return found ? ok({ email: found.email, role: found.role }) : refuse('invitation.gone');
  },
);
