import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import { ok, refuse } from '#lib/errors/result.ts';
import { HOUR_MS } from '#lib/identity/model.ts';
import { verb } from '#lib/identity/verb.ts';
import { isLocalSignInOn } from '#lib/identity/ways-to-sign-in.ts';
import { invitationHash } from '#lib/operators/invitation-hash.ts';
import { INVITATION_HOURS } from '#lib/operators/model.ts';
import { inviteInput } from '#lib/operators/schema.ts';
import { insertInvitation } from '#lib/operators/store.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';

const TOKEN_BYTES = 32;

/** Creates an invitation for 72 hours; its link is shown only once. */
export const inviteOperator = verb('operator.invite', inviteInput, async (actor, { email, role }) => {
  if (!isLocalSignInOn()) return refuse('operator.local_off');
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const at = now();
  const isKept = await insertInvitation(actor, {
    id: randomUUID(),
    tokenHash: invitationHash(token),
    email,
    role,
    invitedBy: actor.operatorId,
    invitedAt: at,
    expiresAt: new Date(at.getTime() + INVITATION_HOURS * HOUR_MS),
  });
  return isKept ? ok({ link: `${env.APP_URL}/admin/join/${token}` }) : refuse('operator.email_known');
});
