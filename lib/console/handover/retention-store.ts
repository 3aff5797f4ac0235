import 'server-only';
import { inArray, lt } from 'drizzle-orm';
import { handover } from '#lib/db/console-tables.ts';
import { database } from '#lib/db/database.ts';

/** Deletes handovers that were written before; returns how many, less than `atMost` when none is left. */
export async function deleteHandoversBefore(before: Date, atMost: number): Promise<number> {
  const old = database()
    .select({ id: handover.id })
    .from(handover)
    .where(lt(handover.writtenAt, before))
    .limit(atMost);
  const { rowCount } = await database().delete(handover).where(inArray(handover.id, old));
  return rowCount ?? 0;
}
