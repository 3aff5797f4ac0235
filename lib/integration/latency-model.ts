// Quantiles of the duration buckets in lib/upstream/duration-buckets.ts.

export type Bucket = { bucketMs: number; attempts: number };

/** Upper bound of the bucket that holds the quantile (nearest rank), so never too small; 0 without data. */
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
