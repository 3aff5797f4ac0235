import 'server-only';
import { noteBoardWatched } from '#lib/callouts/follow-store.ts';
import { boardInput } from '#lib/callouts/schema.ts';
import { listNewest, toRow } from '#lib/callouts/store.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { ok } from '#lib/platform/result.ts';

const PAGE_SIZE = 50;

/** One page of all callouts, newest first, from the cursor on. */
export const listCallouts = verb('callout.list', boardInput, async (_actor, { after }) => {
  await noteBoardWatched(now());
  const rows = await listNewest(after ? readCursor(after) : null, PAGE_SIZE);
  const page = rows.slice(0, PAGE_SIZE).map(toRow);
  const last = page.at(-1);
  return ok({
    asOf: now().toISOString(),
    callouts: page,
    next: rows.length > PAGE_SIZE && last ? `${Date.parse(last.raisedAt)}_${last.calloutId}` : null,
  });
});

function readCursor(cursor: string): { raisedAt: Date; id: number } {
  const [raisedAtMs = 0, id = 0] = cursor.split('_').map(Number);
  return { raisedAt: new Date(raisedAtMs), id };
}
