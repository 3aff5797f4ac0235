import type { Random } from '../chaos/random.ts';

// What chance decides, as it comes about where people live.

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export function chance(random: Random, share: number): boolean {
  return random.next() < share;
}

export function wholeBetween(random: Random, low: number, high: number): number {
  return Math.floor(random.between(low, high + 1));
}

/** One of the values, as often as its weight says. */
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

/** A length of time in milliseconds: half of all are shorter than the median, and a few are very long. */
export function duration(random: Random, medianMs: number, spread = 0.5): number {
  return Math.round(medianMs * Math.exp(spread * normal(random)));
}

// By the clock of the people concerned, who are two hours ahead of UTC.
const HOURS = [
  1.1, 0.8, 0.6, 0.5, 0.5, 0.6, 0.7, 0.8, 0.8, 0.8, 0.8, 0.9, 0.9, 0.9, 0.9, 1.0, 1.1, 1.3, 1.6, 1.8, 1.8,
  1.7, 1.5, 1.3,
];
/** From Sunday on. */
const WEEKDAYS = [1.1, 0.85, 0.85, 0.9, 0.95, 1.25, 1.35];
const AHEAD_MS = 2 * HOUR_MS;
const MOST = 1.8 * 1.35;

/** An instant before `until`, with the rhythm of days and weeks, and more of them the later. */
export function momentBefore(random: Random, until: number, spanMs: number): number {
  for (;;) {
    // Three times as many a day in the end as in the beginning.
    const share = Math.sqrt(0.25 + 2 * random.next()) - 0.5;
    const at = Math.floor(until - spanMs + share * spanMs);
    const local = new Date(at + AHEAD_MS);
    const weight = (HOURS[local.getUTCHours()] ?? 1) * (WEEKDAYS[local.getUTCDay()] ?? 1);
    if (random.next() * MOST < weight) return at;
  }
}
