import 'server-only';
import { z } from 'zod';
import { roundEveryMs } from '#lib/callouts/follow-model.ts';
import { readPace, recordRound } from '#lib/callouts/follow-store.ts';
import type { ListedCallout } from '#lib/callouts/schema.ts';
import { takeInList } from '#lib/callouts/take-in-list.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';

/**
 * One round of the poller, when it is due: AURA's list for all open callouts. Nothing else is waited for, so that a
 * slow AURA makes no round late. Gives what is on the list and not ours.
 */
export const watchOpenCallouts = verb('callout.watch_open', z.object({}), async () => {
  const at = now();
  const { isQuick, roundAt, failedRounds } = await readPace(at);
  if (at.getTime() - roundAt.getTime() < roundEveryMs(isQuick, failedRounds)) return ok(NOTHING);
  const told = await takeInList(at, 'poll');
  if (told.kind === 'told') await recordRound(at, 0);
  else await recordRound(at, told.kind === 'silent' ? failedRounds + 1 : failedRounds);
  return ok({ strangers: told.kind === 'told' ? told.strangers : [] });
});

const NOTHING: { strangers: ListedCallout[] } = { strangers: [] };
