import type { Client } from 'pg';
import { directClient, endDirectly } from '#lib/db/direct.ts';
import { log } from '#lib/platform/log.ts';
import { withTimeout } from '#lib/platform/with-timeout.ts';
import { jobs } from '#worker/jobs.ts';
import { pause } from '#worker/pause.ts';
import { repeat } from '#worker/repeat.ts';
import { listenForWakeUps, type WakeUps } from '#worker/wake-ups.ts';

/** Advisory lock of the elected poller. */
const POLLER_LOCK = 7_146_312;
const HOLD_EVERY_MS = 2_500;
const RETRY_MS = 2_000;
/** A network that drops packets must not block election. */
const HELD_WITHIN_MS = 5_000;
const FORGOTTEN_AFTER_MS = 10_000;

/** Leader election: runs the elected jobs while this worker holds the lock, else stands by. */
export async function keepPolling(
  signal: AbortSignal,
  wakeUps: WakeUps = listenForWakeUps(signal),
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
  const client = directClient('vigil poller', { connectionTimeoutMillis: HELD_WITHIN_MS });
  const lost = new AbortController();
  const elected = AbortSignal.any([signal, lost.signal]);
  try {
    await client.connect();
    if (!(await isElected(client))) return;
    // Concurrent, so that a slow AURA call does not delay the others.
    const loops = jobs.filter((job) => job.isElected).map((job) => repeat(job, wakeUps, elected));
    await holdLock(client, elected).finally(() => lost.abort());
    await Promise.all(loops);
  } finally {
    endDirectly(client);
  }
}

async function isElected(client: Client): Promise<boolean> {
  // The server ends the session of a holder that has gone silent.
  await client.query(`set idle_session_timeout = ${FORGOTTEN_AFTER_MS}`);
  const { rows } = await client.query<{ elected: boolean }>('select pg_try_advisory_lock($1) as elected', [
    POLLER_LOCK,
  ]);
  return rows[0]?.elected === true;
}

/** Returns on abort; throws when the connection, and with it the lock, is lost. */
async function holdLock(client: Client, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await withTimeout(client.query('select 1'), HELD_WITHIN_MS);
    await pause(HOLD_EVERY_MS, signal);
  }
}
