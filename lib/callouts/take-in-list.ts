import 'server-only';
import { compareWithList } from '#lib/callouts/follow-model.ts';
import { listOpen, noteListed, takeRead, touchListed } from '#lib/callouts/follow-store.ts';
import { stageOfStatus } from '#lib/callouts/model.ts';
import type { FactSource } from '#lib/callouts/schema.ts';
import { askForList } from '#lib/callouts/shared-asking.ts';
import { applyReading, listKnownIds } from '#lib/callouts/store.ts';
import { mapSideBySide } from '#lib/platform/side-by-side.ts';

const SIDE_BY_SIDE = 8;

/**
 * Asks AURA for its active callouts, once for all of ours, and applies what their texts tell. Gives the ids on
 * the list that we do not know; null when AURA did not answer, undefined when the budget is spent and it was not asked.
 */
export async function takeInList(since: Date, source: FactSource): Promise<number[] | null | undefined> {
  if (!(await takeRead())) return undefined;
  const { at, value: list } = await askForList(since);
  if (!list) return null;
  const open = await listOpen(at);
  const { same, changed, gone } = compareWithList(open, list);
  await mapSideBySide(changed, SIDE_BY_SIDE, async ({ id, status }) => {
    const rawStatus = status === '' ? null : status;
    await applyReading(id, { stage: stageOfStatus(rawStatus), rawStatus, incidents: null }, source, at);
    await noteListed([id], status);
  });
  await noteListed(gone, null);
  await touchListed(same, at);
  const known = await listKnownIds([...list.keys()]);
  return [...list.keys()].filter((id) => !known.has(id));
}
