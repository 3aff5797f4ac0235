import 'server-only';
import { inArray, lt, type SQL } from 'drizzle-orm';
import { database, type Transaction } from '#lib/db/database.ts';
import { calloutFix, calloutPosition } from '#lib/db/position-tables.ts';

/** Deletes positions that came before; returns how many. */
export async function deleteFixesBefore(before: Date, atMost: number): Promise<number> {
  return deleteFixes(lt(calloutFix.receivedAt, before), atMost);
}

/** Deletes positions of callouts; returns how many, less than `atMost` when none is left. */
export async function deleteFixesOf(calloutIds: readonly number[], atMost: number): Promise<number> {
  return deleteFixes(inArray(calloutFix.calloutId, [...calloutIds]), atMost);
}

async function deleteFixes(which: SQL, atMost: number): Promise<number> {
  const old = database().select({ id: calloutFix.id }).from(calloutFix).where(which).limit(atMost);
  const { rowCount } = await database().delete(calloutFix).where(inArray(calloutFix.id, old));
  return rowCount ?? 0;
}

/** Deletes where people were in these callouts. */
export async function erasePositions(tx: Transaction, calloutIds: readonly number[]): Promise<void> {
  const ids = [...calloutIds];
  await tx.delete(calloutFix).where(inArray(calloutFix.calloutId, ids));
  await tx.delete(calloutPosition).where(inArray(calloutPosition.calloutId, ids));
}
