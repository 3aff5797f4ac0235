type Backoff = { firstMs: number; longestMs: number };

/** 1, 2, 4 … 30 s. */
const QUICK_BACKOFF: Backoff = { firstMs: 1_000, longestMs: 30_000 };

/** Exponential backoff with a cap; jitter shortens it by up to half, so that many do not retry together. */
export function backoffMs(attempts: number, random: number, { firstMs, longestMs } = QUICK_BACKOFF): number {
  const full = Math.min(longestMs, firstMs * 2 ** Math.min(20, Math.max(0, attempts - 1)));
  return Math.round(full * (1 - random / 2));
}
