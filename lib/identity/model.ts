// The rules of a one-time code. Time is passed in.

export const CODE_DIGITS = 6;
export const CODE_LIFETIME_MS = 10 * 60_000;
export const CODE_MAX_TRIES = 5;
/** A double click sends the same right code twice; the second is the same person within this time. */
export const CODE_REPEAT_MS = 15_000;

export const HOUR_MS = 3_600_000;
export const CODES_PER_NUMBER_AN_HOUR = 5;
export const CODES_PER_ADDRESS_AN_HOUR = 20;

/** Attempts at one account from one address; at any account from one address; at one account from anywhere. */
export const OPERATOR_ATTEMPTS = 10;
export const OPERATOR_ATTEMPTS_AN_ADDRESS = 30;
export const OPERATOR_ATTEMPTS_AN_ACCOUNT = 100;
export const OPERATOR_ATTEMPTS_MS = 15 * 60_000;

/** Second steps of signing in that one address may try in the same time, right ones included. */
export const SECOND_STEPS_AN_ADDRESS = 60;

export type CodeRecord = {
  expiresAt: Date;
  /** Those that were wrong, including the present one. */
  wrongTries: number;
  usedAt: Date | null;
};

/** What a typed code comes to. Only wrong tries count: a right code that is sent twenty times at once is right. */
export function judgeCode(
  record: CodeRecord,
  matches: boolean,
  at: Date,
): 'accepted' | 'code.wrong' | 'code.expired' {
  if (record.expiresAt <= at) return 'code.expired';
  if (record.wrongTries >= CODE_MAX_TRIES) return 'code.expired';
  if (record.usedAt && at.getTime() - record.usedAt.getTime() > CODE_REPEAT_MS) return 'code.expired';
  return matches ? 'accepted' : 'code.wrong';
}
