import 'server-only';
import { listPastCallouts, listStagesBeforeClose } from '#lib/callouts/records.ts';
import { ok } from '#lib/errors/result.ts';
import { listSafeAsked, saidSafeSince } from '#lib/following/cancellations/records.ts';
import { verb } from '#lib/identity/verb.ts';
import { PAGE_SIZE, pageOf } from './model.ts';
import { listHistoryInput } from './schema.ts';
import { listPastPresses } from './store.ts';

/** The person's own callouts and presses, newest first, one page. */
export const listHistory = verb('callout.list_own', listHistoryInput, async ({ personId }, { after }) => {
  const safeSince = await saidSafeSince(personId);
  const [callouts, presses] = await Promise.all([
    listPastCallouts(personId, { after, until: safeSince, limit: PAGE_SIZE + 1 }),
    listPastPresses(personId, after, safeSince, PAGE_SIZE + 1),
  ]);
  const ids = callouts.map(({ calloutId }) => calloutId);
  const [before, saidSafe] = await Promise.all([listStagesBeforeClose(ids), listSafeAsked(ids)]);
  const past = callouts.map((callout) => ({
    ...callout,
    before: before.get(callout.calloutId) ?? null,
    isSaidSafe: saidSafe.has(callout.calloutId),
  }));
  return ok(pageOf(past, presses, safeSince));
});
