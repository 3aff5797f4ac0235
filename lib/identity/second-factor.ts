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

// The second step of sign-in. better-auth's plugin checks codes and limits wrong ones: five per sign-in, ten
// per account, then 15 minutes' lockout. lib/operators/second-factor checks passkeys; both use the same
// pending sign-in cookie.

/** TOTP accepts adjacent time steps; a used code is refused in all of them. */
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

// A recovery code consumed by a concurrent request is answered without an error code.
const problemBody = z.object({ code: z.string().default('INVALID_BACKUP_CODE') });
const verifiedBody = z.object({ token: z.string(), user: z.object({ id: z.string() }) });

/** The pending sign-in from its cookie; empty when there is none. */
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
  /** Server-side key of this sign-in; never sent to the browser. */
  key: string;
};

/** The pending sign-in of {@link challengeIn}; null when unknown, expired or completed. */
export async function readWaiting(challenge: string): Promise<WaitingSignIn | null> {
  const headers = await carrying(challenge, NO_DEVICE);
  return operatorAuth().api.readWaitingSignIn({ headers });
}

const NO_DEVICE: Device = { address: '', userAgent: '' };

/** Completes a sign-in whose second step was verified elsewhere; null when it is gone. */
export async function finishWaiting(challenge: string, device: Device): Promise<SessionCookie[] | null> {
  const request = { headers: await carrying(challenge, device), returnHeaders: true } as const;
  const { response, headers } = await operatorAuth().api.finishWaitingSignIn(request);
  return response.isFinished ? cookiesIn(headers) : null;
}

/** Rate limit of second steps per address; null while within it. */
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

/** Completes a sign-in by an app or recovery code; the recovery code is consumed. */
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

// better-auth throws on values that it cannot decrypt.
async function isUnreadable(challenge: string): Promise<boolean> {
  const waiting = await readWaiting(challenge);
  const sealed = waiting && (await findRecoveryCodes(waiting.operatorId));
  return sealed !== null && (await unsealForAuth(sealed)) === null;
}

/** Replay protection: a TOTP code seen over a shoulder is valid for another minute. */
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
