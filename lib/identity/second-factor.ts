import 'server-only';
import { parseCookies } from 'better-auth/cookies';
import { z } from 'zod';
import { operatorAuth } from '#lib/identity/auth.ts';
import { OPERATOR_ATTEMPTS, OPERATOR_ATTEMPTS_MS } from '#lib/identity/model.ts';
import { cookiesIn, type Device, deviceHeaders, type SessionCookie } from '#lib/identity/session.ts';
import { takeWithinLimits } from '#lib/identity/store.ts';
import { now } from '#lib/platform/clock.ts';
import type { ErrorCode } from '#lib/platform/errors.ts';
import { ok, type Refusal, type Result, refuse } from '#lib/platform/result.ts';
import { keyedHash } from '#lib/platform/secret-box.ts';

// The second factor as better-auth's plugin keeps it: secret and recovery codes are sealed, wrong codes are
// counted for each sign-in (five) and each account (ten, then a quarter of an hour's pause).

/** A code counts in its own half minute and those beside it; used once, it is refused for all of them. */
const CODE_WINDOW_MS = 90_000;

type CodeProblem = 'second_factor.wrong' | 'second_factor.expired' | 'operator.too_many_attempts';

const CODE_PROBLEMS: Readonly<Record<string, CodeProblem>> = {
  INVALID_CODE: 'second_factor.wrong',
  INVALID_BACKUP_CODE: 'second_factor.wrong',
  ACCOUNT_TEMPORARILY_LOCKED: 'operator.too_many_attempts',
  INVALID_TWO_FACTOR_COOKIE: 'second_factor.expired',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'second_factor.expired',
  TOTP_NOT_ENABLED: 'second_factor.expired',
  UNAUTHORIZED: 'second_factor.expired',
};

const PASSWORD_PROBLEMS = {
  INVALID_PASSWORD: 'operator.password_wrong',
  TOTP_ALREADY_ENABLED: 'second_factor.already_on',
  UNAUTHORIZED: 'second_factor.expired',
} as const satisfies Record<string, ErrorCode>;

const problemBody = z.object({ code: z.string() });
const verifiedBody = z.object({ token: z.string(), user: z.object({ id: z.string() }) });
const startedBody = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });

/** The sign-in that waits for a code, as its cookie has it; empty when there is none. */
export async function challengeIn(headers: Headers): Promise<string> {
  return parseCookies(headers.get('cookie') ?? '').get(await challengeCookie()) ?? '';
}

async function challengeCookie(): Promise<string> {
  const context = await operatorAuth().$context;
  return context.createAuthCookie('two_factor').name;
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
  const headers = deviceHeaders(device);
  headers.set('cookie', `${await challengeCookie()}=${encodeURIComponent(challenge)}`);
  const { api } = operatorAuth();
  const request = { body: { code }, headers, asResponse: true } as const;
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

// Whoever looks over a shoulder sees a code that is good for another minute.
async function isFirstUse(operatorId: string, code: string): Promise<boolean> {
  const key = keyedHash('second-factor-used', `${operatorId} ${code}`);
  return (await takeWithinLimits([{ key, max: 1, windowMs: CODE_WINDOW_MS }], now())) === null;
}

/** A new secret for an app, and recovery codes; nothing counts before {@link proveSecondFactor}. */
export async function beginSecondFactor(headers: Headers, operatorId: string, password: string) {
  const full = await passwordLimit(operatorId);
  if (full) return full;
  const response = await operatorAuth().api.enableTwoFactor({
    body: { password, method: 'totp' },
    headers,
    asResponse: true,
  });
  if (!response.ok) return passwordRefusal(response);
  const { totpURI, backupCodes } = startedBody.parse(await response.json());
  return ok({ uri: totpURI, recoveryCodes: backupCodes });
}

/** Turns the second factor on by the first right code; gives the cookies of the session that goes on. */
export async function proveSecondFactor(
  headers: Headers,
  code: string,
): Promise<Result<{ cookies: SessionCookie[] }, CodeProblem>> {
  const response = await operatorAuth().api.verifyTOTP({ body: { code }, headers, asResponse: true });
  return response.ok ? ok({ cookies: cookiesIn(response.headers) }) : codeRefusal(response);
}

/** Turns the second factor off; gives the cookies of the session that goes on. */
export async function endSecondFactor(headers: Headers, operatorId: string, password: string) {
  const full = await passwordLimit(operatorId);
  if (full) return full;
  const response = await operatorAuth().api.disableTwoFactor({
    body: { password },
    headers,
    asResponse: true,
  });
  return response.ok ? ok({ cookies: cookiesIn(response.headers) }) : passwordRefusal(response);
}

// A session that was left open must not be a place to guess the password at.
async function passwordLimit(operatorId: string): Promise<Refusal<'operator.too_many_attempts'> | null> {
  const key = keyedHash('limit-operator-password', operatorId);
  const limit = { key, max: OPERATOR_ATTEMPTS, windowMs: OPERATOR_ATTEMPTS_MS };
  return (await takeWithinLimits([limit], now())) ? refuse('operator.too_many_attempts') : null;
}

async function codeRefusal(response: Response): Promise<Refusal<CodeProblem>> {
  const { code } = problemBody.parse(await response.json());
  const problem = CODE_PROBLEMS[code];
  if (!problem) throw new Error(`a second factor was refused for an unknown reason: ${code}`);
  return refuse(problem);
}

async function passwordRefusal(response: Response) {
  const { code } = problemBody.parse(await response.json());
  if (code !== 'INVALID_PASSWORD' && code !== 'TOTP_ALREADY_ENABLED' && code !== 'UNAUTHORIZED') {
    throw new Error(`a second factor was not changed for an unknown reason: ${code}`);
  }
  return refuse(PASSWORD_PROBLEMS[code]);
}
