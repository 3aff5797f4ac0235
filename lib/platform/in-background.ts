import 'server-only';
import { describeError, log } from '#lib/platform/log.ts';

/** Starts work that an answer does not wait for. What must happen is durable elsewhere: a failure is only logged. */
export function inBackground(what: string, work: () => Promise<unknown>): void {
  work().catch((error: unknown) => log.error({ error: describeError(error) }, `${what} failed`));
}
