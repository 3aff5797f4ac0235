import type { HookEventType, HookProblem, Kind } from '#lib/vocabulary.ts';

// What is told to other systems, and how long it is tried. Promised: at least once, in no order (docs/integration.md).

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The pauses between attempts: three days in all. */
export const RETRY_MS: readonly number[] = [
  5 * SECOND_MS,
  30 * SECOND_MS,
  2 * MINUTE_MS,
  10 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  2 * HOUR_MS,
  4 * HOUR_MS,
  8 * HOUR_MS,
  ...[12, 12, 12, 12, 12].map((hours) => hours * HOUR_MS),
];

/** Of a secret; the specification wants 24 to 64. */
export const SECRET_BYTES = 32;

/** How long a secret signs beside the one that took its place. */
export const OVERLAP_MS = DAY_MS;

/** How many events one replay takes at most. */
export const MAX_REPLAYED = 10_000;

/** How much longer than its pause a retry may wait, so that many do not come at once. */
const JITTER = 0.2;

/** When to try again after this many attempts; null: not any more. The receiver may ask for longer, up to a day. */
export function retryAfterMs(attempts: number, random: number, asked: string | null): number | null {
  const pause = RETRY_MS[attempts - 1];
  if (pause === undefined) return null;
  const askedMs = /^\d{1,5}$/.test(asked ?? '') ? Number(asked) * SECOND_MS : 0;
  return Math.round(Math.max(pause * (1 + JITTER * random), Math.min(askedMs, DAY_MS)));
}

type Told = {
  type: HookEventType;
  at: Date;
  sequence: number;
  calloutId: number | null;
  pressId: string | null;
  kind: Kind;
  state: string;
};

/** The body: ids and states, never a name, a place or a number of anybody. The same at every attempt. */
export function bodyOf({ type, at, sequence, calloutId, pressId, kind, state }: Told): string {
  const data =
    type === 'callout.stage_changed'
      ? { calloutId, kind, stage: state, sequence }
      : { pressId, calloutId, kind, outcome: state, sequence };
  return JSON.stringify({ type, timestamp: at.toISOString(), data });
}

/** What an attempt came to. */
export type Attempt = { problem: HookProblem | null; status: number | null; retryAfter: string | null };

/** Only a 2xx counts as taken. */
export function isTaken(status: number): boolean {
  return status >= 200 && status < 300;
}
