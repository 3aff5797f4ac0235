import { setTimeout as wait } from 'node:timers/promises';

/** Waits; the signal only cuts that short, and the caller looks at it. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal }).catch(() => undefined);
}
