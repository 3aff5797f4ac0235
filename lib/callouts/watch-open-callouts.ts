import 'server-only';
import { z } from 'zod';
import { readsOfRound, roundEveryMs } from '#lib/callouts/follow-model.ts';
import { listOpen, readPace, recordRound } from '#lib/callouts/follow-store.ts';
import { refreshCallout } from '#lib/callouts/refresh-callout.ts';
import { takeInList } from '#lib/callouts/take-in-list.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { ok } from '#lib/platform/result.ts';
import { mapSideBySide } from '#lib/platform/side-by-side.ts';

const SIDE_BY_SIDE = 8;

/**
 * One round of the poller, when it is due: AURA's list for all open callouts, then single readings of those that
 * changed and of a few others. Gives how many it read by themselves, and how many on the list are not ours.
 */
export const watchOpenCallouts = verb('callout.watch_open', z.object({}), async (actor) => {
  const at = now();
  const { isQuick, roundAt, failedRounds } = await readPace(at);
  if (at.getTime() - roundAt.getTime() < roundEveryMs(isQuick, failedRounds)) return ok(NOTHING);
  const strangers = await takeInList(at, 'poll');
  const ids = readsOfRound(await listOpen(at), at, roundEveryMs(isQuick, 0));
  const refreshed = await mapSideBySide(ids, SIDE_BY_SIDE, (calloutId) =>
    refreshCallout(actor, { calloutId, source: 'poll' }),
  );
  const isAnswered = strangers != null || refreshed.some(({ ok: isRead }) => isRead);
  // What our own budget did not let us ask says nothing of AURA.
  const isAsked =
    strangers !== undefined || refreshed.some((each) => each.ok || each.code !== 'aura.reads_spent');
  await recordRound(at, isAnswered ? 0 : failedRounds + (isAsked ? 1 : 0));
  return ok({ read: ids.length, strangers: strangers?.length ?? 0 });
});

const NOTHING = { read: 0, strangers: 0 };
