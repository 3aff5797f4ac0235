import 'server-only';
import { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '#lib/errors/result.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { operatorAuth } from '#lib/identity/auth.ts';
import {
  changeFactors,
  findPasswordHash,
  isSecondFactorOn,
  replaceApp,
  replaceAppSecret,
  replaceRecoveryCodes,
  turnFactorsOff,
} from '#lib/identity/factors.ts';
import { OPERATOR_ATTEMPTS, OPERATOR_ATTEMPTS_MS } from '#lib/identity/model.ts';
import { newAppSecret, newRecoveryCodes } from '#lib/identity/recovery-codes.ts';
import { type CodeProblem, codeRefusal, isFirstUse } from '#lib/identity/second-factor.ts';
import { beginOnlySession, type SessionCookie } from '#lib/identity/session.ts';
import { now } from '#lib/platform/clock.ts';
import { keyedHash } from '#lib/platform/secret-box.ts';
import { audit } from './audit.ts';
import { takeWithinLimits } from './limits.ts';

// What operators change of their own second factors. Passkeys, which better-auth does not keep, are in lib/operators/second-factor.

type Owner = Extract<Actor, { operatorId: string }>;

const uriBody = z.object({ totpURI: z.string() });

type PasswordProblem = 'operator.password_wrong' | 'operator.too_many_attempts';

/** Why a typed password does not open what is asked for; null when it is right. */
export async function passwordProblem(
  operatorId: string,
  password: string,
): Promise<Refusal<PasswordProblem> | null> {
  // A session that was left open must not be a place to guess the password at.
  const key = keyedHash('limit-operator-password', operatorId);
  const limit = { key, max: OPERATOR_ATTEMPTS, windowMs: OPERATOR_ATTEMPTS_MS };
  if (await takeWithinLimits([limit], now())) return refuse('operator.too_many_attempts');
  const hash = await findPasswordHash(operatorId);
  const context = await operatorAuth().$context;
  const isRight = hash !== null && (await context.password.verify({ hash, password }));
  return isRight ? null : refuse('operator.password_wrong');
}

/**
 * A new key for an app; nothing counts before {@link proveApp}. Recovery codes come with the first factor alone:
 * those that were shown with it stay good, whatever becomes of this key.
 */
export async function beginApp(
  headers: Headers,
  operatorId: string,
  password: string,
): Promise<
  Result<
    { uri: string; recoveryCodes: string[] },
    PasswordProblem | 'second_factor.already_on' | 'second_factor.expired'
  >
> {
  const refused = await passwordProblem(operatorId, password);
  if (refused) return refused;
  const [secret, fresh] = await Promise.all([newAppSecret(), newRecoveryCodes()]);
  const begun = await changeFactors(operatorId, async (tx, { hasApp, passkeys }) => {
    if (hasApp) return null;
    if (passkeys > 0) {
      await replaceAppSecret(tx, operatorId, secret);
      return [];
    }
    await replaceApp(tx, operatorId, { secret, backupCodes: fresh.sealed });
    return fresh.codes;
  });
  if (!begun) return refuse('second_factor.already_on');
  const response = await operatorAuth().api.getTOTPURI({ body: { password }, headers, asResponse: true });
  // The session ended meanwhile.
  if (!response.ok) return refuse('second_factor.expired');
  return ok({ uri: uriBody.parse(await response.json()).totpURI, recoveryCodes: begun });
}

/** Makes the app count, by its first right code; gives the cookies of the session that goes on. */
export async function proveApp(
  headers: Headers,
  operatorId: string,
  code: string,
): Promise<Result<{ cookies: SessionCookie[] }, CodeProblem>> {
  const isFirst = !(await isSecondFactorOn(operatorId));
  const response = await operatorAuth().api.verifyTOTP({ body: { code }, headers, asResponse: true });
  if (!response.ok) return codeRefusal(response);
  // It has been seen, so it signs nobody in.
  await isFirstUse(operatorId, code);
  return ok({ cookies: isFirst ? await beginOnlySession(operatorId, headers) : [] });
}

/** Makes the app count no more. Without another factor, signing in asks for the password alone. */
export async function endApp(actor: Owner, password: string): Promise<Result<null, PasswordProblem>> {
  const { operatorId } = actor;
  const refused = await passwordProblem(operatorId, password);
  if (refused) return refused;
  const unused = await newAppSecret();
  await changeFactors(operatorId, async (tx, { hasApp, passkeys }) => {
    if (!hasApp) return;
    // The row stays for the recovery codes, with a key that nobody has seen.
    if (passkeys > 0) await replaceAppSecret(tx, operatorId, unused);
    else await turnFactorsOff(tx, operatorId);
    await audit(actor, { action: 'second_factor.turn_off', subject: operatorId }, tx);
  });
  return ok(null);
}

/** Ten new recovery codes in place of those that are left. */
export async function replaceOwnRecoveryCodes(
  actor: Owner,
  password: string,
): Promise<Result<string[], PasswordProblem | 'second_factor.not_on'>> {
  const { operatorId } = actor;
  const refused = await passwordProblem(operatorId, password);
  if (refused) return refused;
  const fresh = await newRecoveryCodes();
  const isReplaced = await changeFactors(operatorId, async (tx, { hasApp, passkeys }) => {
    if (!hasApp && passkeys === 0) return false;
    await replaceRecoveryCodes(tx, operatorId, fresh.sealed);
    await audit(actor, { action: 'second_factor.renew_recovery_codes', subject: operatorId }, tx);
    return true;
  });
  return isReplaced ? ok(fresh.codes) : refuse('second_factor.not_on');
}
