import { backoffMs } from '#lib/platform/backoff.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The report's keys are unknown, so its size is bounded. */
const MAX_LINES = 60;

/** A duration in words: "42 s", "3 min 5 s", "1 h 12 min". */
export function durationText(ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  if (ms < MINUTE_MS) return `${seconds} s`;
  if (ms < HOUR_MS) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(ms / HOUR_MS)} h ${Math.floor((ms % HOUR_MS) / MINUTE_MS)} min`;
}

/** Exponential backoff while AURA has no report or map: 5 s, 10 s … an hour. */
export function retryAfterMs(attempts: number): number {
  return backoffMs(attempts, 0, { firstMs: 5_000, longestMs: HOUR_MS });
}

/** Flattens a report to paths and plain values: AURA's keys are unknown. */
export function reportLines(
  report: unknown,
  path: readonly string[] = [],
): { label: string; value: string }[] {
  if (typeof report !== 'object' || report === null) return [];
  const lines = Object.entries(report).flatMap(([key, value]: [string, unknown]) => {
    const here = [...path, readable(key)];
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      return [{ label: here.join(' › '), value: String(value).slice(0, 500) }];
    }
    return path.length < 5 ? reportLines(value, here) : [];
  });
  return lines.slice(0, MAX_LINES);
}

function readable(key: string): string {
  const words = key
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
