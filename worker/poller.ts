import { setTimeout as wait } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import { watchOpenCallouts } from '#lib/callouts/watch-open-callouts.ts';
import { systemActor } from '#lib/identity/actor.ts';
import { followConversations } from '#lib/messages/follow-conversations.ts';
import { adoptCallouts } from '#lib/panic/adopt-callouts.ts';
import { reviveDeliveries } from '#lib/panic/revive-deliveries.ts';
import { monotonicMs, now } from '#lib/platform/clock.ts';
import { pool } from '#lib/platform/db/database.ts';
import { log } from '#lib/platform/log.ts';
import { reviveWebhookEvents } from '#lib/webhooks/revive-webhook-events.ts';

/** Held in the database by the one worker of the deployment that polls. */
const POLLER_LOCK = 7_146_312;
const ROUND_MS = 500;
const RETRY_MS = 2_000;
/** How long a press may stand still, or a callout run unseen, because a process died with it. */
const REPAIR_EVERY_MS = 5_000;
const CONVERSATIONS_EVERY_MS = 5_000;

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
  try {
    if (!(await isElected(client))) return;
    let repairFromMs = 0;
    let conversationsFromMs = 0;
    while (!signal.aborted) {
      // The lock lives as long as its connection: losing one must stop the rounds.
      await client.query('select 1');
      // Before the rounds: those take long when AURA is slow, and a press must not wait for them.
      if (monotonicMs() >= repairFromMs) {
        await reviveDeliveries(systemActor('press.recover'), {});
        await reviveWebhookEvents(systemActor('webhook.process'), {});
        repairFromMs = monotonicMs() + REPAIR_EVERY_MS;
      }
      const round = await watchOpenCallouts(systemActor('callout.watch_open'), {});
      // What runs at AURA for a person of ours is taken in as soon as the list shows it.
      if (round.ok && round.value.strangers > 0) await adoptCallouts(systemActor('callout.adopt'), {});
      if (monotonicMs() >= conversationsFromMs) {
        const before = new Date(now().getTime() - CONVERSATIONS_EVERY_MS / 2);
        await followConversations(systemActor('message.follow'), { before });
        conversationsFromMs = monotonicMs() + CONVERSATIONS_EVERY_MS;
      }
      await pause(ROUND_MS, signal);
    }
  } finally {
    // Ending the connection gives the lock up, whatever state it is in.
    client.release(true);
  }
}

async function isElected(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ elected: boolean }>('select pg_try_advisory_lock($1) as elected', [
    POLLER_LOCK,
  ]);
  return rows[0]?.elected === true;
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  // Being told to stop only cuts the pause short; the caller looks at the signal.
  await wait(ms, undefined, { signal }).catch(() => undefined);
}
