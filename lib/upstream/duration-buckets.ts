// Exponential buckets (factor 1.19): a quantile is never too small, and too large by less than a fifth plus 1 ms.

const MAX_MS = 600_000;
const STEPS_TO_DOUBLE = 4;

const BOUNDS = boundsUpTo(MAX_MS);

/** The upper bound of the bucket of a duration; ten minutes at most. */
export function bucketOf(durationMs: number): number {
  return BOUNDS.find((bound) => durationMs <= bound) ?? MAX_MS;
}

function boundsUpTo(longest: number): number[] {
  const bounds = new Set<number>();
  for (let step = 0; ; step += 1) {
    const bound = Math.ceil(2 ** (step / STEPS_TO_DOUBLE));
    if (bound >= longest) return [...bounds, longest];
    bounds.add(bound);
  }
}
