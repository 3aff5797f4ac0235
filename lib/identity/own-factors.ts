import 'server-only';
import { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '#lib/errors/result.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { operatorAuth } from '#lib/identity/auth.ts';
import {
  changeFactors,
  findFactors,
  findPasswordHash,
  findRecoveryCodes,
  isSecondFactorOn,
  replaceApp,
  replaceAppSecret,
  replaceRecoveryCodes,
  turnFactorsOff,
} from '#lib/identity/factors.ts';
import { OPERATOR_ATTEMPTS, OPERATOR_ATTEMPTS_MS } from '#lib/identity/model.ts';
import { newAppSecret, newRecoveryCodes, unsealForAuth } from '#lib/identity/recovery-codes.ts';
import { type CodeProblem, codeRefusal, isFirstUse } from '#lib/identity/second-factor.ts';
import { beginOnlySession, type SessionCookie } from '#lib/identity/session.ts';
import { now } from '#lib/platform/clock.ts';
import { keyedHash } from '#lib/platform/secret-box.ts';
import { audit } from './audit.ts';
import { takeWithinLimits } from './limits.ts';

// Operators' changes to their own second factors. Passkeys are in lib/operators/second-factor.

type Owner = Extract<Actor, { operatorId: string }>;

const uriBody = z.object({ totpURI: z.string() });

type PasswordProblem = 'operator.password_wrong' | 'operator.too_many_attempts';

/** Why the password is refused; null when it is right. */
export async function passwordProblem(
  operatorId: string,
  password: string,
): Promise<Refusal<PasswordProblem> | null> {
  // Rate-limited: an open session must not allow password guessing.
  const key = keyedHash('limit-operator-password', operatorId);
  const limit = { key, max: OPERATOR_ATTEMPTS, windowMs: OPERATOR_ATTEMPTS_MS };
  if (await takeWithinLimits([limit], now())) return refuse('operator.too_many_attempts');
  const hash = await findPasswordHash(operatorId);
  const context = await operatorAuth().$context;
  const isRight = hash !== null && (await context.password.verify({ hash, password }));
  return isRight ? null : refuse('operator.password_wrong');
}

/** A new TOTP secret, inactive until {@link proveApp}. Only the first factor brings recovery codes. */
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

/** Checks a code of an operator who is signed in; a recovery code is used up. */
export async function checkOwnCode(
  headers: Headers,
  operatorId: string,
  { kind, code }: { kind: 'app' | 'recovery'; code: string },
): Promise<Result<null, CodeProblem>> {
  // better-auth limits the tries of a sign-in only.
  const key = keyedHash('limit-step-up', operatorId);
  const limit = { key, max: OPERATOR_ATTEMPTS, windowMs: OPERATOR_ATTEMPTS_MS };
  if (await takeWithinLimits([limit], now())) return refuse('operator.too_many_attempts');
  const sealed = await findRecoveryCodes(operatorId);
  if (sealed !== null && (await unsealForAuth(sealed)) === null) return refuse('second_factor.unreadable');
  // To better-auth the first right code of an app that is being set up turns it on.
  if (kind === 'app' && !(await findFactors(operatorId)).hasApp) return refuse('second_factor.no_app');
  const { api } = operatorAuth();
  const request = { body: { code }, headers, asResponse: true } as const;
  const response = kind === 'app' ? await api.verifyTOTP(request) : await api.verifyBackupCode(request);
  if (!response.ok) return codeRefusal(response);
  const isReplayed = kind === 'app' && !(await isFirstUse(operatorId, code));
  return isReplayed ? refuse('second_factor.wrong') : ok(null);
}

/** Activates the app by its first valid code; returns the session's cookies. */
export async function proveApp(
  headers: Headers,
  operatorId: string,
  code: string,
): Promise<Result<{ cookies: SessionCookie[] }, CodeProblem>> {
  const isFirst = !(await isSecondFactorOn(operatorId));
  const response = await operatorAuth().api.verifyTOTP({ body: { code }, headers, asResponse: true });
  if (!response.ok) return codeRefusal(response);
  // The code was displayed during set-up, so it must not sign in.
  await isFirstUse(operatorId, code);
  return ok({ cookies: isFirst ? await beginOnlySession(operatorId, headers) : [] });
}

/** Removes the app. Without another factor, sign-in asks for the password only. */
export async function endApp(actor: Owner, password: string): Promise<Result<null, PasswordProblem>> {
  const { operatorId } = actor;
  const refused = await passwordProblem(operatorId, password);
  if (refused) return refused;
  const unused = await newAppSecret();
  await changeFactors(operatorId, async (tx, { hasApp, passkeys }) => {
    if (!hasApp) return;
    // The row keeps the recovery codes, with an unused secret.
    if (passkeys > 0) await replaceAppSecret(tx, operatorId, unused);
    else await turnFactorsOff(tx, operatorId);
    await audit(actor, { action: 'second_factor.turn_off', subject: operatorId }, tx);
  });
  return ok(null);
}

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
