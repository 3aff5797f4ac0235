import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { operatorAuth } from '#lib/identity/auth.ts';
import { passwordProblem } from '#lib/identity/own-factors.ts';
import { newPasswordProblem } from '#lib/identity/password-strength.ts';
import { operatorSessionIdIn } from '#lib/identity/session.ts';
import { verb } from '#lib/identity/verb.ts';
import { findOperator } from '#lib/operators/store.ts';
import { now } from '#lib/platform/clock.ts';
import { changePasswordInput } from './schema.ts';
import { changePassword } from './store.ts';

/** Asks for the present password, as a session may have been left open. All other sessions end. */
export const changeOwnPassword = verb(
  'operator.change_password',
  changePasswordInput,
  async (actor, { headers, present, chosen }) => {
    const [owner, sessionId] = await Promise.all([
      findOperator(actor.operatorId),
      operatorSessionIdIn(headers),
    ]);
    if (!owner || !sessionId) return refuse('session.required');
    const refused = await passwordProblem(actor.operatorId, present);
    if (refused) return refused;
    if (chosen === present) return refuse('input.invalid', { chosen: 'This is your present password' });
    const problem = newPasswordProblem(chosen, [owner.name, owner.email]);
    if (problem) return refuse('input.invalid', { chosen: problem });
    const { password } = await operatorAuth().$context;
    const passwordHash = await password.hash(chosen);
    await changePassword(actor, { passwordHash, at: now(), kept: sessionId });
    return ok(null);
  },
);
