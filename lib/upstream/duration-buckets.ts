// Durations are counted in buckets that grow by a fifth: a quantile that is read from them is never too small,
// and too large by less than that fifth and a millisecond.

const LONGEST_MS = 600_000;
const STEPS_TO_DOUBLE = 4;

const BOUNDS = boundsUpTo(LONGEST_MS);

/** The upper bound of the bucket that a duration is counted in. Longer ones than ten minutes are counted as that. */
export function bucketOf(durationMs: number): number {
  return BOUNDS.find((bound) => durationMs <= bound) ?? LONGEST_MS;
}

function boundsUpTo(longest: number): number[] {
  const bounds = new Set<number>();
  for (let step = 0; ; step += 1) {
    const bound = Math.ceil(2 ** (step / STEPS_TO_DOUBLE));
    if (bound >= longest) return [...bounds, longest];
    bounds.add(bound);
  }
}
