import 'server-only';
import { inArray } from 'drizzle-orm';
import { database, type Transaction } from '#lib/db/database.ts';
import { forgetBefore } from '#lib/db/partitions.ts';
import { calloutFix, calloutPosition } from '#lib/db/position-tables.ts';

/** Removes positions that came before, up to a week later; returns how many, less than `atMost` when none is left. */
export async function removeFixesBefore(before: Date, atMost: number): Promise<number> {
  return forgetBefore('callout_fix', before, atMost);
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
