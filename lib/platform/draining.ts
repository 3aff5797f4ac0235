import { processSingleton } from '#lib/platform/process-singleton.ts';

// Not server-only: server.ts ends the process. Next has modules of its own, so that this is one state for both.

const state = () => processSingleton('draining', () => ({ isDraining: false }));

/** From now on this process is not ready: it still answers, and proxies look for another. */
export function beginDraining(): void {
  state().isDraining = true;
}

export function isDraining(): boolean {
  return state().isDraining;
}
