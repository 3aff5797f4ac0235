/** What is to be made. The same plan on an equally empty database makes the same rows. */
export type SeedPlan = {
  readonly callouts: number;
  /** How many of these AURA has not closed. */
  readonly open: number;
  readonly persons: number;
  /** Fixes in the trails of all callouts together. */
  readonly points: number;
  readonly seed: number;
  /** The present of what is made: everything lies before it. */
  readonly until: Date;
};

/** Over how long the callouts are spread. */
export const YEARS_MS = 2 * 365.25 * 86_400_000;

export const POINTS_EACH = 10;
export const CALLOUTS_EACH = 4;
export const LEAST_PERSONS = 20;

/** Far from the ids that the sandbox gives, which count from 100,001. */
export const FIRST_ID = { customer: 500_000, subscription: 700_000, callout: 1_000_000 } as const;
