import 'server-only';
import { and, inArray, lt } from 'drizzle-orm';
import { database, type Transaction } from '#lib/db/database.ts';
import { forgetBefore } from '#lib/db/partitions.ts';
import { calloutFix, calloutPosition } from '#lib/db/position-tables.ts';

/** Removes positions that came before: whole weeks, and those of the week that has begun to be too old. Returns how many, less than `atMost` when none is left. */
export async function removeFixesBefore(before: Date, atMost: number): Promise<number> {
  const dropped = await forgetBefore('callout_fix', before, atMost);
  return dropped < atMost ? dropped + (await deleteFixesBefore(before, atMost - dropped)) : dropped;
}

async function deleteFixesBefore(before: Date, atMost: number): Promise<number> {
  const isOld = lt(calloutFix.receivedAt, before);
  const some = database().select({ id: calloutFix.id }).from(calloutFix).where(isOld).limit(atMost);
  const { rowCount } = await database()
    .delete(calloutFix)
    .where(and(isOld, inArray(calloutFix.id, some)));
  return rowCount ?? 0;
}

/** Deletes positions of callouts; returns how many, less than `atMost` when none is left. */
export async function deleteFixesOf(calloutIds: readonly number[], atMost: number): Promise<number> {
  const isOf = inArray(calloutFix.calloutId, [...calloutIds]);
  const some = database().select({ id: calloutFix.id }).from(calloutFix).where(isOf).limit(atMost);
  const { rowCount } = await database().delete(calloutFix).where(inArray(calloutFix.id, some));
  return rowCount ?? 0;
}

/** Deletes where people were in these callouts. */
export async function erasePositions(tx: Transaction, calloutIds: readonly number[]): Promise<void> {
  const ids = [...calloutIds];
  await tx.delete(calloutFix).where(inArray(calloutFix.calloutId, ids));
  await tx.delete(calloutPosition).where(inArray(calloutPosition.calloutId, ids));
}
