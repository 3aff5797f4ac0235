import { describeError, log } from '#lib/platform/log.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { withTimeout } from '#lib/platform/with-timeout.ts';

// Not server-only: server.ts ends the process.

type Work = () => Promise<unknown>;

const LONGEST_MS = 1_000;

const works = () => processSingleton('before-end', () => new Map<string, Work>());

/** Registers work for the graceful shutdown, once per name. */
export function beforeEnd(what: string, work: Work): void {
  works().set(what, work);
}

/** Runs the registered work concurrently; failures and timeouts are logged. */
export async function doBeforeEnd(): Promise<void> {
  await Promise.all(
    [...works()].map(async ([what, work]) => {
      try {
        await withTimeout(work(), LONGEST_MS);
      } catch (error) {
        log.warn({ error: describeError(error), what }, 'not done before the end');
      }
    }),
  );
}
