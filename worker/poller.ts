import { setTimeout as wait } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import { readsASecond, SIDE_BY_SIDE, talksEveryMs, unaskedSince } from '#lib/callouts/follow-model.ts';
import { readOpenCallouts } from '#lib/callouts/read-open-callouts.ts';
import type { ListedCallout } from '#lib/callouts/schema.ts';
import { watchOpenCallouts } from '#lib/callouts/watch-open-callouts.ts';
import { pool } from '#lib/db/database.ts';
import { followConversations } from '#lib/following/messages/follow-conversations.ts';
import { systemActor } from '#lib/identity/actor.ts';
import { adoptCallouts } from '#lib/panic/adopt-callouts.ts';
import { monotonicMs, now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { inBackground } from '#lib/platform/in-background.ts';
import { log } from '#lib/platform/log.ts';
import { withinMs } from '#lib/platform/within.ts';
import { repeat } from '#worker/repeat.ts';

/** Held in the database by the one worker of the deployment that polls. */
const POLLER_LOCK = 7_146_312;
const ROUND_MS = 500;
const RETRY_MS = 2_000;
/** A network that swallows everything must neither keep this worker polling nor another from taking over. */
const HELD_WITHIN_MS = 5_000;
const FORGOTTEN_AFTER_MS = 10_000;
/** As many conversations as a round over them reads. */
const TALKS_A_ROUND = 10;

const job = systemActor('callout.watch_open');

/** Polls AURA for open callouts while this worker is the elected one, and stands by while another is. */
export async function keepPolling(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await pollWhileElected(signal);
    } catch (error) {
      log.warn({ err: error }, 'polling interrupted');
    }
    await pause(RETRY_MS, signal);
  }
}

async function pollWhileElected(signal: AbortSignal): Promise<void> {
  const client = await pool().connect();
  const lost = new AbortController();
  const elected = AbortSignal.any([signal, lost.signal]);
  try {
    if (!(await isElected(client))) return;
    // None of them waits for another: a slow AURA delays what it is asked, and nothing else.
    const loops = [
      repeat('list', ROUND_MS, inList(), elected),
      repeat('changed callouts', ROUND_MS, () => readOpenCallouts(job, { which: 'changed' }), elected),
      repeat('callouts in turn', ROUND_MS, inTurn(), elected),
      repeat('conversations', talksEveryMs(env.AURA_READS_PER_MINUTE, TALKS_A_ROUND), inTalks(), elected),
    ];
    await holdLock(client, elected).finally(() => lost.abort());
    await Promise.all(loops);
  } finally {
    // Ending the connection gives the lock up, whatever state it is in.
    client.release(true);
  }
}

function inList(): () => Promise<void> {
  let isAdopting = false;
  const adopt = async (listed: readonly ListedCallout[]) => {
    isAdopting = true;
    await adoptCallouts(systemActor('callout.adopt'), { listed }).finally(() => {
      isAdopting = false;
    });
  };
  return async () => {
    const round = await watchOpenCallouts(job, {});
    if (!round.ok || round.value.strangers.length === 0 || isAdopting) return;
    // What runs at AURA for a person of ours is taken in as soon as the list shows it.
    inBackground('taking in callouts', () => adopt(round.value.strangers));
  };
}

/** Reads as many as the budget's share has grown by, evenly rather than all at once. */
function inTurn(): () => Promise<void> {
  let allowed = 0;
  let lastMs = monotonicMs();
  return async () => {
    const atMs = monotonicMs();
    const grown = ((atMs - lastMs) / 1_000) * readsASecond(env.AURA_READS_PER_MINUTE);
    allowed = Math.min(SIDE_BY_SIDE, allowed + grown);
    lastMs = atMs;
    const round = await readOpenCallouts(job, { which: 'in_turn', most: allowed });
    if (round.ok) allowed -= round.value.read;
  };
}

function inTalks(): () => Promise<void> {
  const everyMs = talksEveryMs(env.AURA_READS_PER_MINUTE, TALKS_A_ROUND);
  let round = 0;
  return async () => {
    await followConversations(systemActor('message.follow'), { before: unaskedSince(round, everyMs, now()) });
    round += 1;
  };
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
    await withinMs(client.query('select 1'), HELD_WITHIN_MS);
    await pause(ROUND_MS, signal);
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  // Being told to stop only cuts the pause short; the caller looks at the signal.
  await wait(ms, undefined, { signal }).catch(() => undefined);
}
