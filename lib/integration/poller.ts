import 'server-only';
import { roundIntervalMs } from '#lib/callouts/follow-model.ts';
import { readPace } from '#lib/callouts/records.ts';
import type { Integration } from '#lib/integration/schema.ts';
import { readFailedSince } from '#lib/integration/store.ts';

/** State of the deployment's elected poller. */
export async function readPoller(at: Date): Promise<Integration['poller']> {
  const [{ isQuick, roundAt, failedRounds }, failedSince] = await Promise.all([
    readPace(at),
    readFailedSince(),
  ]);
  return {
    roundAt: roundAt.getTime() === 0 ? null : roundAt.toISOString(),
    everyMs: roundIntervalMs(isQuick, failedRounds),
    isQuick,
    failedRounds,
    failedSince: failedSince?.toISOString() ?? null,
  };
}
