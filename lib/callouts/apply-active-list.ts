import 'server-only';
import { compareWithList } from '#lib/callouts/follow-model.ts';
import {
  acquireRateToken,
  listOpen,
  noteListed,
  noteUnlisted,
  touchListed,
} from '#lib/callouts/follow-store.ts';
import { applyReading } from '#lib/callouts/reading-store.ts';
import type { ListedCallout } from '#lib/callouts/schema.ts';
import { requestList } from '#lib/callouts/single-flight.ts';
import { listKnownIds } from '#lib/callouts/store.ts';
import { mapConcurrent } from '#lib/platform/map-concurrent.ts';
import type { FactSource } from '#lib/vocabulary.ts';

const CONCURRENCY = 8;

/** `spent`: no token left, so AURA was not asked. `unknown`: on the list and not in our tables. */
type ListResult = { kind: 'read'; unknownCallouts: ListedCallout[] } | { kind: 'silent' } | { kind: 'spent' };

/** Reads AURA's active callouts in one call and applies their status texts. */
export async function applyActiveList(since: Date, source: FactSource): Promise<ListResult> {
  if (!(await acquireRateToken())) return { kind: 'spent' };
  const { at, value: list } = await requestList(since);
  if (!list) return { kind: 'silent' };
  const open = await listOpen(at);
  const { callouts, isWhole } = list;
  const { same, changed, absent } = compareWithList(open, callouts);
  await mapConcurrent(changed, CONCURRENCY, async ({ id, status }) => {
    await applyReading(id, { rawStatus: status === '' ? null : status, incidents: null }, {}, source, at);
    await noteListed(id, status);
  });
  // An unreadable entry may be any of the absent ones.
  if (isWhole) await noteUnlisted(absent, at);
  await touchListed(same, at);
  const known = await listKnownIds([...callouts.keys()]);
  return {
    kind: 'read',
    unknownCallouts: [...callouts.values()].filter(({ calloutId }) => !known.has(calloutId)),
  };
}
