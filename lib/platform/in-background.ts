import 'server-only';
import { describeError, log } from '#lib/platform/log.ts';

/** Starts work that the answer does not wait for. Failures are only logged, so it must be durable elsewhere. */
export function inBackground(what: string, work: () => Promise<unknown>): void {
  work().catch((error: unknown) => log.error({ error: describeError(error) }, `${what} failed`));
}
