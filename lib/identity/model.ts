export const CODE_DIGITS = 6;
export const CODE_LIFETIME_MS = 10 * 60_000;
export const CODE_MAX_TRIES = 5;
/** Grace for double submits: the same correct code is accepted again. */
export const CODE_REPEAT_MS = 15_000;

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
export const CODES_PER_NUMBER_AN_HOUR = 5;
export const CODES_PER_NUMBER_A_DAY = 10;
/**
 * Waits between codes for a number of which none was used. The first three come at once, for whom one did not reach or who
 * mistyped; each further one takes longer, up to the hour and the day.
 */
export const UNUSED_CODES: readonly { max: number; windowMs: number }[] = [
  { max: 3, windowMs: 60_000 },
  { max: 4, windowMs: 10 * 60_000 },
];
export const CODES_PER_ADDRESS_AN_HOUR = 20;

/** Limits per account and address, per address, and per account. */
export const OPERATOR_ATTEMPTS = 10;
export const OPERATOR_ATTEMPTS_AN_ADDRESS = 30;
export const OPERATOR_ATTEMPTS_AN_ACCOUNT = 100;
export const OPERATOR_ATTEMPTS_MS = 15 * 60_000;

/** Of operators. One word or date fits into fewer characters; the hash takes more, at a price. */
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;

/** How long a sign-in or a step-up lets its session do what asks for a step-up. */
export const STEP_UP_MS = 10 * 60_000;

/** Whether a proof of identity is recent enough for what asks for a step-up. */
export function isRecentProof(provenAt: Date | null, at: Date): boolean {
  return provenAt !== null && at.getTime() - provenAt.getTime() < STEP_UP_MS;
}

/** Second-step attempts per address, successful ones included. */
export const SECOND_STEPS_AN_ADDRESS = 60;

export type CodeRecord = {
  expiresAt: Date;
  /** Includes the present one. */
  wrongTries: number;
  usedAt: Date | null;
};

/** Judges a submitted code. Only wrong attempts count, so concurrent submits of the right code succeed. */
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
