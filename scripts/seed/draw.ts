import type { Random } from '../chaos/random.ts';

// Random distributions.

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export function chance(random: Random, share: number): boolean {
  return random.next() < share;
}

export function wholeBetween(random: Random, low: number, high: number): number {
  return Math.floor(random.between(low, high + 1));
}

/** Weighted choice. */
export function weighted<Value>(random: Random, choices: readonly (readonly [Value, number])[]): Value {
  const all = choices.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random.next() * all;
  for (const [value, weight] of choices) {
    left -= weight;
    if (left < 0) return value;
  }
  const [last] = choices.at(-1) ?? [];
  if (last === undefined) throw new Error('there is nothing to choose from');
  return last;
}

export function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
  return radius * Math.cos(2 * Math.PI * random.next());
}

/** Log-normal duration in milliseconds around a median. */
export function duration(random: Random, medianMs: number, spread = 0.5): number {
  return Math.round(medianMs * Math.exp(spread * normal(random)));
}

// Hours in UTC+2.
const HOURS = [
  1.1, 0.8, 0.6, 0.5, 0.5, 0.6, 0.7, 0.8, 0.8, 0.8, 0.8, 0.9, 0.9, 0.9, 0.9, 1.0, 1.1, 1.3, 1.6, 1.8, 1.8,
  1.7, 1.5, 1.3,
];
/** From Sunday on. */
const WEEKDAYS = [1.1, 0.85, 0.85, 0.9, 0.95, 1.25, 1.35];
const AHEAD_MS = 2 * HOUR_MS;
const MOST = 1.8 * 1.35;

/** A time before `until` with daily and weekly rhythm and growth. */
export function momentBefore(random: Random, until: number, spanMs: number): number {
  for (;;) {
    // Three times the initial rate at the end.
    const share = Math.sqrt(0.25 + 2 * random.next()) - 0.5;
    const at = Math.floor(until - spanMs + share * spanMs);
    const local = new Date(at + AHEAD_MS);
    const weight = (HOURS[local.getUTCHours()] ?? 1) * (WEEKDAYS[local.getUTCDay()] ?? 1);
    if (random.next() * MOST < weight) return at;
  }
}
