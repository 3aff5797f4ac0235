import { describeError, log } from '#lib/platform/log.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { withTimeout } from '#lib/platform/with-timeout.ts';

// Not server-only: server.ts ends the process.

type Work = () => Promise<unknown>;

const TIMEOUT_MS = 1_000;

const works = () => processSingleton('shutdown-work', () => new Map<string, Work>());

/** Registers work for the graceful shutdown, once per name. */
export function onShutdown(what: string, work: Work): void {
  works().set(what, work);
}

/** Runs the registered work concurrently; failures and timeouts are logged. */
export async function runShutdownWork(): Promise<void> {
  await Promise.all(
    [...works()].map(async ([what, work]) => {
      try {
        await withTimeout(work(), TIMEOUT_MS);
      } catch (error) {
        log.warn({ error: describeError(error), what }, 'shutdown work failed');
      }
    }),
  );
}
