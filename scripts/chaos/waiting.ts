import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 500;

/** Polls until true; returns the milliseconds, or null on timeout. */
export async function until(isSo: () => Promise<boolean>, timeoutMs: number): Promise<number | null> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < timeoutMs) {
    // No answer during a restart means "not yet".
    if (await isSo().catch(() => false)) return performance.now() - startedAt;
    await sleep(LOOK_EVERY_MS);
  }
  return null;
}

/** Runs the work at given times (open loop). */
export async function atMoments(
  momentsMs: readonly number[],
  work: (index: number) => Promise<void>,
): Promise<void> {
  const startedAt = performance.now();
  const running: Promise<void>[] = [];
  for (const [index, dueMs] of momentsMs.entries()) {
    const leftMs = startedAt + dueMs - performance.now();
    if (leftMs > 0) await sleep(leftMs);
    running.push(work(index));
  }
  await Promise.all(running);
}
