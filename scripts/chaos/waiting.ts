import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 500;

/** Looks again and again until it is so; gives the milliseconds that it took, or null when time ran out. */
export async function until(isSo: () => Promise<boolean>, timeoutMs: number): Promise<number | null> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < timeoutMs) {
    // While a server is being started again there is no answer, which is "not yet".
    if (await isSo().catch(() => false)) return performance.now() - startedAt;
    await sleep(LOOK_EVERY_MS);
  }
  return null;
}

/** Does the work at each of these moments, counted from now, whether the earlier work has ended or not. */
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
