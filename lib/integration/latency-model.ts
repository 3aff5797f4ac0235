// Reads quantiles from durations that were counted in buckets (lib/upstream/duration-buckets.ts). Pure.

export type Bucket = { bucketMs: number; attempts: number };

/**
 * The bound within which this share of the attempts ended (nearest rank); 0 when there are none. It is that of a
 * bucket, so it is never too small.
 */
export function quantileOf(buckets: readonly Bucket[], share: number): number {
  const all = buckets.reduce((sum, { attempts }) => sum + attempts, 0);
  const rank = Math.max(1, Math.ceil(all * share));
  let passed = 0;
  for (const { bucketMs, attempts } of buckets.toSorted((one, other) => one.bucketMs - other.bucketMs)) {
    passed += attempts;
    if (passed >= rank) return bucketMs;
  }
  return 0;
}
