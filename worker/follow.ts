import {
  CONCURRENCY,
  conversationIntervalMs,
  readsPerSecond,
  unreadSince,
} from '#lib/callouts/follow-model.ts';
import { pollOpenCallouts } from '#lib/callouts/poll-open-callouts.ts';
import type { ListedCallout } from '#lib/callouts/schema.ts';
import { watchOpenCallouts } from '#lib/callouts/watch-open-callouts.ts';
import { followConversations } from '#lib/following/messages/follow-conversations.ts';
import { systemActor } from '#lib/identity/actor.ts';
import { adoptCallouts } from '#lib/panic/delivery/adopt-callouts.ts';
import { monotonicMs, now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { inBackground } from '#lib/platform/in-background.ts';
import type { Round } from '#worker/repeat.ts';

// Polling rounds for callouts; they idle while none is open.

const OPEN_EVERY_MS = 500;
/** Conversations read per round. */
const TALKS_A_ROUND = 10;
export const TALKS_EVERY_MS = conversationIntervalMs(env.AURA_READS_PER_MINUTE, TALKS_A_ROUND);

const job = systemActor('callout.watch_open');

/** Polls AURA's list of open callouts. */
export function calloutList(): Round {
  let isAdopting = false;
  const adopt = async (listed: readonly ListedCallout[]) => {
    isAdopting = true;
    await adoptCallouts(systemActor('callout.adopt'), { listed }).finally(() => {
      isAdopting = false;
    });
  };
  return async () => {
    const round = await watchOpenCallouts(job, {});
    if (!round.ok) throw new Error(`refused: ${round.code}`);
    const { unknownCallouts, nextMs } = round.value;
    // Unknown callouts of our customers are adopted at once.
    if (unknownCallouts.length > 0 && !isAdopting)
      inBackground('adopting callouts', () => adopt(unknownCallouts));
    return nextMs;
  };
}

/** Refreshes callouts that changed in the list. */
export function changedCallouts(): Round {
  return async () => {
    const round = await pollOpenCallouts(job, { which: 'changed' });
    return round.ok && round.value.open > 0 ? OPEN_EVERY_MS : null;
  };
}

/** Spreads refreshes evenly over time within the polling budget. */
export function calloutsInTurn(): Round {
  let allowed = 0;
  let lastMs = monotonicMs();
  return async () => {
    const atMs = monotonicMs();
    const grown = ((atMs - lastMs) / 1_000) * readsPerSecond(env.AURA_READS_PER_MINUTE);
    allowed = Math.min(CONCURRENCY, allowed + grown);
    lastMs = atMs;
    const round = await pollOpenCallouts(job, { which: 'in_turn', most: allowed });
    if (round.ok) allowed -= round.value.read;
    return round.ok && round.value.open > 0 ? OPEN_EVERY_MS : null;
  };
}

/** Polls messages, for what no webhook announced. */
export function conversations(): Round {
  let round = 0;
  return async () => {
    await followConversations(systemActor('message.follow'), {
      before: unreadSince(round, TALKS_EVERY_MS, now()),
    });
    round += 1;
    return null;
  };
}
