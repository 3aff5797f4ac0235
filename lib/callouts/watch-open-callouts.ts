import 'server-only';
import { z } from 'zod';
import { roundEveryMs } from '#lib/callouts/follow-model.ts';
import { readPace, recordRound } from '#lib/callouts/follow-store.ts';
import type { ListedCallout } from '#lib/callouts/schema.ts';
import { takeInList } from '#lib/callouts/take-in-list.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';

/** The poller's round over AURA's list, if due. Returns unknown callouts, and when the next round is due. */
export const watchOpenCallouts = verb('callout.watch_open', z.object({}), async () => {
  const at = now();
  const { isQuick, roundAt, failedRounds } = await readPace(at);
  const leftMs = roundEveryMs(isQuick, failedRounds) - (at.getTime() - roundAt.getTime());
  if (leftMs > 0) return ok({ strangers: NONE, nextMs: leftMs });
  const told = await takeInList(at, 'poll');
  const failed = told.kind === 'silent' ? failedRounds + 1 : told.kind === 'told' ? 0 : failedRounds;
  await recordRound(at, failed);
  return ok({
    strangers: told.kind === 'told' ? told.strangers : NONE,
    nextMs: roundEveryMs(isQuick, failed),
  });
});

const NONE: ListedCallout[] = [];
