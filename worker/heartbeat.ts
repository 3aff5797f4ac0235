import { sql } from 'drizzle-orm';
import { readPace } from '#lib/callouts/records.ts';
import { database } from '#lib/db/database.ts';
import { monotonicMs, now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { callAddress } from '#lib/platform/outgoing.ts';
import { BEAT_EVERY_MS, type HeartbeatPart, type Progress, stuckParts } from '#worker/heartbeat-model.ts';
import { pause } from '#worker/pause.ts';
import { lastProgress, noteProgress } from '#worker/progress.ts';

/** The database is asked this often, whatever it answers. */
const LOOK_EVERY_MS = 5_000;
const CALL_TIMEOUT_MS = 5_000;
/** What the others do not note by themselves. */
const DATABASE = 'database';
const POLLER = 'poller of the deployment';

/** Calls HEARTBEAT_URL while all parts make progress, and else says nothing: silence wakes somebody. */
export async function keepBeating(signal: AbortSignal, everyMs = BEAT_EVERY_MS): Promise<void> {
  const url = env.HEARTBEAT_URL;
  if (!url) return;
  await Promise.all([keepLooking(signal), keepCalling(url, signal, everyMs)]);
}

async function keepCalling(url: string, signal: AbortSignal, everyMs: number): Promise<void> {
  let hasBeaten = false;
  while (!signal.aborted) {
    const stuck = await beatOnce(url);
    // At a start no part has done anything yet: nothing to report.
    if (stuck.length > 0 && hasBeaten) log.error({ stuck }, 'no heartbeat: a part makes no progress');
    hasBeaten ||= stuck.length === 0;
    await pause(hasBeaten ? everyMs : Math.min(everyMs, LOOK_EVERY_MS), signal);
  }
}

/** One call, unless a part is stuck; gives those that are. */
export async function beatOnce(url: string): Promise<HeartbeatPart[]> {
  const stuck = stuckParts(progress(), monotonicMs());
  if (stuck.length > 0) return stuck;
  const isTaken = await callAddress(url, CALL_TIMEOUT_MS);
  if (!isTaken) log.warn('the heartbeat address did not answer 2xx');
  return stuck;
}

/** The poller may be another worker's: its rounds are seen in the database. */
async function keepLooking(signal: AbortSignal): Promise<void> {
  let lastRound = Number.NaN;
  while (!signal.aborted) {
    try {
      await database().execute(sql`select 1`);
      noteProgress(DATABASE);
      const { roundAt } = await readPace(now());
      if (!Number.isNaN(lastRound) && roundAt.getTime() !== lastRound) noteProgress(POLLER);
      lastRound = roundAt.getTime();
    } catch (error) {
      log.warn({ error: describeError(error) }, 'the heartbeat could not look at the database');
    }
    await pause(LOOK_EVERY_MS, signal);
  }
}

function progress(): Progress {
  return {
    database: lastProgress(DATABASE),
    poller: later(lastProgress('callout list'), lastProgress(POLLER)),
    deliveries: lastProgress('presses'),
    escalation: lastProgress('escalation'),
  };
}

function later(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}
