import type { PoolClient } from 'pg';
import { pool } from '#lib/db/database.ts';
import { log } from '#lib/platform/log.ts';
import { withTimeout } from '#lib/platform/with-timeout.ts';
import { jobs } from '#worker/jobs.ts';
import { pause } from '#worker/pause.ts';
import { repeat } from '#worker/repeat.ts';
import { hearWakeUps, type WakeUps } from '#worker/wake-ups.ts';

/** Held in the database by the one worker of the deployment that polls. */
const POLLER_LOCK = 7_146_312;
const HOLD_EVERY_MS = 2_500;
const RETRY_MS = 2_000;
/** A network that swallows everything must neither keep this worker polling nor another from taking over. */
const HELD_WITHIN_MS = 5_000;
const FORGOTTEN_AFTER_MS = 10_000;

/** Does the jobs of the elected worker while this is the one, and stands by while another is. */
export async function keepPolling(
  signal: AbortSignal,
  wakeUps: WakeUps = hearWakeUps(signal),
): Promise<void> {
  while (!signal.aborted) {
    try {
      await pollWhileElected(signal, wakeUps);
    } catch (error) {
      log.warn({ err: error }, 'polling interrupted');
    }
    await pause(RETRY_MS, signal);
  }
}

async function pollWhileElected(signal: AbortSignal, wakeUps: WakeUps): Promise<void> {
  const client = await pool().connect();
  const lost = new AbortController();
  const elected = AbortSignal.any([signal, lost.signal]);
  try {
    if (!(await isElected(client))) return;
    // None of them waits for another: a slow AURA delays what it is asked, and nothing else.
    const loops = jobs.filter((job) => job.isElected).map((job) => repeat(job, wakeUps, elected));
    await holdLock(client, elected).finally(() => lost.abort());
    await Promise.all(loops);
  } finally {
    // Ending the connection gives the lock up, whatever state it is in.
    client.release(true);
  }
}

async function isElected(client: PoolClient): Promise<boolean> {
  // Whoever holds the lock and is not heard of any more loses it by the server's own clock.
  await client.query(`set idle_session_timeout = ${FORGOTTEN_AFTER_MS}`);
  const { rows } = await client.query<{ elected: boolean }>('select pg_try_advisory_lock($1) as elected', [
    POLLER_LOCK,
  ]);
  return rows[0]?.elected === true;
}

/** Returns when told to stop; throws when the lock is lost, as it lives only as long as its connection. */
async function holdLock(client: PoolClient, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await withTimeout(client.query('select 1'), HELD_WITHIN_MS);
    await pause(HOLD_EVERY_MS, signal);
  }
}
