import 'server-only';
import { z } from 'zod';
import { applyActiveList } from '#lib/callouts/apply-active-list.ts';
import { roundIntervalMs } from '#lib/callouts/follow-model.ts';
import { readPace, recordRound } from '#lib/callouts/follow-store.ts';
import type { ListedCallout } from '#lib/callouts/schema.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';

/** The poller's round over AURA's list, if due. Returns unknown callouts, and when the next round is due. */
export const watchOpenCallouts = verb('callout.watch_open', z.object({}), async () => {
  const at = now();
  const { isQuick, roundAt, failedRounds } = await readPace(at);
  const leftMs = roundIntervalMs(isQuick, failedRounds) - (at.getTime() - roundAt.getTime());
  if (leftMs > 0) return ok({ unknownCallouts: NONE, nextMs: leftMs });
  const result = await applyActiveList(at, 'poll');
  const failed = result.kind === 'silent' ? failedRounds + 1 : result.kind === 'read' ? 0 : failedRounds;
  await recordRound(at, failed);
  return ok({
    unknownCallouts: result.kind === 'read' ? result.unknownCallouts : NONE,
    nextMs: roundIntervalMs(isQuick, failed),
  });
});

const NONE: ListedCallout[] = [];
