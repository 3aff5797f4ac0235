import { z } from 'zod';

/** Bounds of how far another clock is ahead of ours, in ms; negative when it is behind. */
export const skewSchema = z.object({ leastMs: z.number(), mostMs: z.number(), at: z.string() });
export type Skew = z.output<typeof skewSchema>;

/** A reading of the other clock, and our clock before and after it. */
export type ClockReading = { theirsMs: number; sentAtMs: number; heardAtMs: number };

/** HTTP dates have whole seconds, truncated. */
export const HTTP_GRAIN_MS = 1_000;

/** Combines the readings' bounds. If they contradict each other, a clock was set, and only the latest counts. */
export function skewFrom(readings: readonly ClockReading[], grainMs: number): Skew | null {
  const latest = readings.at(-1);
  if (!latest) return null;
  const bounds = readings.map((reading) => boundsOf(reading, grainMs));
  const leastMs = Math.max(...bounds.map((each) => each.leastMs));
  const mostMs = Math.min(...bounds.map((each) => each.mostMs));
  const at = new Date(latest.heardAtMs).toISOString();
  return leastMs <= mostMs ? { leastMs, mostMs, at } : { ...boundsOf(latest, grainMs), at };
}

function boundsOf({ theirsMs, sentAtMs, heardAtMs }: ClockReading, grainMs: number) {
  return { leastMs: theirsMs - heardAtMs, mostMs: theirsMs + grainMs - sentAtMs };
}
