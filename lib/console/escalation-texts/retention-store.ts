import 'server-only';
import { inArray, lt } from 'drizzle-orm';
import { escalationText } from '#lib/db/console-tables.ts';
import { database } from '#lib/db/database.ts';

/** Deletes escalation texts that were sent before; returns how many, less than `atMost` when none is left. */
export async function deleteEscalationTextsBefore(before: Date, atMost: number): Promise<number> {
  const old = database()
    .select({ id: escalationText.id })
    .from(escalationText)
    .where(lt(escalationText.sentAt, before))
    .limit(atMost);
  const { rowCount } = await database().delete(escalationText).where(inArray(escalationText.id, old));
  return rowCount ?? 0;
}
