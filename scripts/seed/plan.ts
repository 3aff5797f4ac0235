/** Deterministic: an equal plan on an equally empty database makes the same rows. */
export type SeedPlan = {
  readonly callouts: number;
  /** How many are still open. */
  readonly open: number;
  readonly persons: number;
  /** Total number of fixes. */
  readonly points: number;
  readonly seed: number;
  /** All timestamps are before this. */
  readonly until: Date;
};

/** Time span of the callouts. */
export const YEARS_MS = 2 * 365.25 * 86_400_000;

export const POINTS_EACH = 10;
export const CALLOUTS_EACH = 4;
export const LEAST_PERSONS = 20;

/** Far from the sandbox's ids, which start at 100,001. */
export const FIRST_ID = { customer: 500_000, subscription: 700_000, callout: 1_000_000 } as const;
