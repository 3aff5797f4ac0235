import { setTimeout as wait } from 'node:timers/promises';

/** Waits; an abort only ends it early, and the caller checks the signal. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal }).catch(() => undefined);
}
