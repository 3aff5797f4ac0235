import { describeError, log } from '#lib/platform/log.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { withTimeout } from '#lib/platform/with-timeout.ts';

// Not server-only on purpose: server.ts ends the process.

type Work = () => Promise<unknown>;

const LONGEST_MS = 1_000;

const works = () => processSingleton('before-end', () => new Map<string, Work>());

/** Has something done once more when the process ends in order. A second of the same name takes its place. */
export function beforeEnd(what: string, work: Work): void {
  works().set(what, work);
}

/** Does what was asked for, side by side; what fails or takes too long is logged and left. */
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
