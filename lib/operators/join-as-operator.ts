import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { operatorActor } from '#lib/identity/actor.ts';
import { operatorAuth } from '#lib/identity/auth.ts';
import { newPasswordProblem } from '#lib/identity/password-strength.ts';
import { startSessionOfNewOperator } from '#lib/identity/session.ts';
import { verb } from '#lib/identity/verb.ts';
import { isLocalSignInOn } from '#lib/identity/ways-to-sign-in.ts';
import { invitationHashes } from '#lib/operators/invitation-hash.ts';
import { joinInput } from '#lib/operators/schema.ts';
import { findInvitation, takeInvitation } from '#lib/operators/store.ts';
import { now } from '#lib/platform/clock.ts';

/** Accepts an invitation: creates the operator and signs them in. Single use. */
export const joinAsOperator = verb('operator.join', joinInput, async (actor, input) => {
  if (!isLocalSignInOn()) return refuse('operator.local_off');
  const tokenHashes = invitationHashes(input.token);
  const at = now();
  // Checked before the expensive password hash.
  const invitation = await findInvitation(tokenHashes, at);
  if (!invitation) return refuse('invitation.gone');
  const problem = newPasswordProblem(input.password, [input.name, invitation.email]);
  if (problem) return refuse('input.invalid', { password: problem });
  const { password } = await operatorAuth().$context;
  const joined = await takeInvitation(
    { tokenHashes, name: input.name, passwordHash: await password.hash(input.password), at },
    (operatorId, role) => operatorActor(role, operatorId, input.name, actor.address),
  );
  if (!joined) return refuse('invitation.gone');
  const device = { address: actor.address, userAgent: input.userAgent };
  return ok({ cookies: await startSessionOfNewOperator(joined.operatorId, device) });
});
