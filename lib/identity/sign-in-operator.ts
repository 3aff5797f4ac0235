import 'server-only';
import { OPERATOR_ATTEMPTS, OPERATOR_ATTEMPTS_MS } from '#lib/identity/model.ts';
import { operatorSignInInput } from '#lib/identity/schema.ts';
import { startOperatorSession } from '#lib/identity/session.ts';
import { takeWithinLimits } from '#lib/identity/store.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { ok, refuse } from '#lib/platform/result.ts';
import { keyedHash } from '#lib/platform/secret-box.ts';

/** Signs an operator in by e-mail and password; ten attempts a quarter of an hour for an account from one address. */
export const signInOperator = verb('operator.sign_in', operatorSignInInput, async (actor, input) => {
  // By account *and* address: a stranger's failures must not lock an operator out of the board.
  const key = keyedHash('limit-operator', `${input.email.toLowerCase()} ${actor.address}`);
  const full = await takeWithinLimits(
    [{ key, max: OPERATOR_ATTEMPTS, windowMs: OPERATOR_ATTEMPTS_MS }],
    now(),
  );
  if (full) return refuse('operator.too_many_attempts');
  const cookies = await startOperatorSession(input.email, input.password);
  return cookies ? ok({ cookies }) : refuse('operator.sign_in_failed');
});
