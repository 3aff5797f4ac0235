import 'server-only';
import { parseCookies } from 'better-auth/cookies';
import { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '#lib/errors/result.ts';
import { operatorAuth } from '#lib/identity/auth.ts';
import { findRecoveryCodes } from '#lib/identity/factors.ts';
import { OPERATOR_ATTEMPTS_MS, SECOND_STEPS_AN_ADDRESS } from '#lib/identity/model.ts';
import { unsealForAuth } from '#lib/identity/recovery-codes.ts';
import { cookiesIn, type Device, deviceHeaders, type SessionCookie } from '#lib/identity/session.ts';
import { WAITING_COOKIE } from '#lib/identity/waiting-sign-in.ts';
import { addressBlock } from '#lib/platform/address-block.ts';
import { now } from '#lib/platform/clock.ts';
import { keyedHash } from '#lib/platform/secret-box.ts';
import { takeWithinLimits } from './limits.ts';

// The second step of signing in. Codes are checked by better-auth's plugin: their secrets are sealed, wrong ones are
// counted for each sign-in (five) and each account (ten, then a quarter of an hour's pause). Passkeys are checked by
// lib/operators/second-factor; the sign-in waits for either under the same cookie.

/** A code counts in its own half minute and those beside it; used once, it is refused for all of them. */
const CODE_WINDOW_MS = 90_000;

export type CodeProblem =
  | 'second_factor.wrong'
  | 'second_factor.no_app'
  | 'second_factor.expired'
  | 'second_factor.unreadable'
  | 'operator.too_many_attempts';

const CODE_PROBLEMS: Readonly<Record<string, CodeProblem>> = {
  INVALID_CODE: 'second_factor.wrong',
  INVALID_BACKUP_CODE: 'second_factor.wrong',
  ACCOUNT_TEMPORARILY_LOCKED: 'operator.too_many_attempts',
  INVALID_TWO_FACTOR_COOKIE: 'second_factor.expired',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'second_factor.expired',
  TOTP_NOT_ENABLED: 'second_factor.no_app',
  BACKUP_CODES_NOT_ENABLED: 'second_factor.expired',
  // Switched off between the two steps.
  FAILED_TO_CREATE_SESSION: 'second_factor.expired',
  UNAUTHORIZED: 'second_factor.expired',
};

// A recovery code that was used up by another request at the same moment is answered without a code.
const problemBody = z.object({ code: z.string().default('INVALID_BACKUP_CODE') });
const verifiedBody = z.object({ token: z.string(), user: z.object({ id: z.string() }) });

/** The sign-in that waits for its second step, as its cookie has it; empty when there is none. */
export async function challengeIn(headers: Headers): Promise<string> {
  return parseCookies(headers.get('cookie') ?? '').get(await challengeCookie()) ?? '';
}

async function challengeCookie(): Promise<string> {
  const context = await operatorAuth().$context;
  return context.createAuthCookie(WAITING_COOKIE).name;
}

async function carrying(challenge: string, device: Device): Promise<Headers> {
  const headers = deviceHeaders(device);
  headers.set('cookie', `${await challengeCookie()}=${encodeURIComponent(challenge)}`);
  return headers;
}

type WaitingSignIn = {
  operatorId: string;
  /** What this sign-in, and no other, is known by. Not for the browser. */
  key: string;
};

/** Whose sign-in waits under what {@link challengeIn} gave; null when it is none, has run out or is through. */
export async function readWaiting(challenge: string): Promise<WaitingSignIn | null> {
  const headers = await carrying(challenge, NO_DEVICE);
  return operatorAuth().api.readWaitingSignIn({ headers });
}

const NO_DEVICE: Device = { address: '', userAgent: '' };

/** Completes a sign-in whose second step was checked elsewhere; null when it is no longer there to complete. */
export async function finishWaiting(challenge: string, device: Device): Promise<SessionCookie[] | null> {
  const request = { headers: await carrying(challenge, device), returnHeaders: true } as const;
  const { response, headers } = await operatorAuth().api.finishWaitingSignIn(request);
  return response.isFinished ? cookiesIn(headers) : null;
}

/** Null while an address may still begin or answer second steps. */
export async function secondStepLimit(
  step: 'begin' | 'answer',
  address: string,
): Promise<Refusal<'operator.too_many_attempts'> | null> {
  const key = keyedHash('limit-second-factor', `${step} ${addressBlock(address)}`);
  const limit = { key, max: SECOND_STEPS_AN_ADDRESS, windowMs: OPERATOR_ATTEMPTS_MS };
  return (await takeWithinLimits([limit], now())) ? refuse('operator.too_many_attempts') : null;
}

type Answer = {
  /** From {@link challengeIn}. */
  challenge: string;
  kind: 'app' | 'recovery';
  code: string;
};

/** Completes a sign-in by a code of the app, or by a recovery code, which is then used up. */
export async function answerChallenge(
  { challenge, kind, code }: Answer,
  device: Device,
): Promise<Result<{ operatorId: string; cookies: SessionCookie[] }, CodeProblem>> {
  if (await isUnreadable(challenge)) return refuse('second_factor.unreadable');
  const { api } = operatorAuth();
  const request = { body: { code }, headers: await carrying(challenge, device), asResponse: true } as const;
  const response = kind === 'app' ? await api.verifyTOTP(request) : await api.verifyBackupCode(request);
  if (!response.ok) return codeRefusal(response);
  const { token, user } = verifiedBody.parse(await response.json());
  if (kind === 'app' && !(await isFirstUse(user.id, code))) {
    const { internalAdapter } = await operatorAuth().$context;
    await internalAdapter.deleteSession(token);
    return refuse('second_factor.wrong');
  }
  return ok({ operatorId: user.id, cookies: cookiesIn(response.headers) });
}

// better-auth would fail on what it cannot open, as if it were a defect of ours.
async function isUnreadable(challenge: string): Promise<boolean> {
  const waiting = await readWaiting(challenge);
  const sealed = waiting && (await findRecoveryCodes(waiting.operatorId));
  return sealed !== null && (await unsealForAuth(sealed)) === null;
}

/** Whoever looks over a shoulder sees a code that is good for another minute: it is taken once. */
export async function isFirstUse(operatorId: string, code: string): Promise<boolean> {
  const key = keyedHash('second-factor-used', `${operatorId} ${code}`);
  return (await takeWithinLimits([{ key, max: 1, windowMs: CODE_WINDOW_MS }], now())) === null;
}

export async function codeRefusal(response: Response): Promise<Refusal<CodeProblem>> {
  const { code } = problemBody.parse(await response.json());
  const problem = CODE_PROBLEMS[code];
  if (!problem) throw new Error(`a second factor was refused for an unknown reason: ${code}`);
  return refuse(problem);
}
