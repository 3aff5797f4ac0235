import { z } from 'zod';

// How far another clock is from ours, from moments that it told between two moments of ours. Pure.

/** Between which bounds another clock is ahead of ours, in ms; negative when it is behind. */
export const skewSchema = z.object({ leastMs: z.number(), mostMs: z.number(), at: z.string() });
export type Skew = z.output<typeof skewSchema>;

/** What another clock told, to the grain that it tells, and the two instants of ours that it lies between. */
export type ClockReading = { theirsMs: number; sentAtMs: number; heardAtMs: number };

/** HTTP tells the time in whole seconds, cut off. */
export const HTTP_GRAIN_MS = 1_000;

/**
 * Between which bounds the other clock is ahead of ours. Each reading bounds it by its round trip and grain; several
 * bound it better. When they contradict each other a clock was set meanwhile, and the latest alone counts.
 */
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
