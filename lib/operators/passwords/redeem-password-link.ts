import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { operatorAuth } from '#lib/identity/auth.ts';
import { takeWithinLimits } from '#lib/identity/limits.ts';
import { OPERATOR_ATTEMPTS_AN_ADDRESS, OPERATOR_ATTEMPTS_MS } from '#lib/identity/model.ts';
import { newPasswordProblem } from '#lib/identity/password-strength.ts';
import { verb } from '#lib/identity/verb.ts';
import { addressBlock } from '#lib/platform/address-block.ts';
import { now } from '#lib/platform/clock.ts';
import { keyedHash } from '#lib/platform/secret-box.ts';
import { resetHashes } from './reset-hash.ts';
import { redeemInput } from './schema.ts';
import { findReset, takeReset } from './store.ts';

/** Sets a new password and ends all sessions. It signs nobody in: a second step is still asked for. */
export const redeemPasswordLink = verb(
  'operator.redeem_password_link',
  redeemInput,
  async (actor, { token, chosen }) => {
    const key = keyedHash('limit-operator', `reset ${addressBlock(actor.address)}`);
    const limit = { key, max: OPERATOR_ATTEMPTS_AN_ADDRESS, windowMs: OPERATOR_ATTEMPTS_MS };
    const at = now();
    if (await takeWithinLimits([limit], at)) return refuse('operator.too_many_attempts');
    const tokenHashes = resetHashes(token);
    const found = await findReset(tokenHashes, at);
    if (!found) return refuse('password_reset.gone');
    const problem = newPasswordProblem(chosen, [found.name, found.email]);
    if (problem) return refuse('input.invalid', { chosen: problem });
    const { password } = await operatorAuth().$context;
    const passwordHash = await password.hash(chosen);
    const isTaken = await takeReset(actor, { tokenHashes, passwordHash, at });
    return isTaken ? ok(null) : refuse('password_reset.gone');
  },
);
