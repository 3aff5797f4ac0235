import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { CreatedCallout } from '#lib/callouts/store.ts';
import { asFix, betterFix } from '#lib/panic/fix-model.ts';
import type { JournalEntry } from '#lib/panic/journal.ts';
import { linkCallout, reopen } from '#lib/panic/settle-store.ts';
import { delivery, insertIn, type NewPress } from '#lib/panic/store.ts';
import { type Transaction, transaction } from '#lib/platform/db/database.ts';
import { press } from '#lib/platform/db/tables.ts';

/**
 * A press from the journal, with the callout that AURA gave for it. The database may have had the press all along, and
 * whatever became of it there: what the journal knows of attempts is added, and decides whether AURA is asked.
 */
export async function insertRecovered(
  entry: JournalEntry,
  created: CreatedCallout | null,
  at: Date,
): Promise<void> {
  await transaction(async (tx) => {
    const fields = rowOf(entry, created !== null, at);
    const [inserted] = await insertIn(tx, fields, at);
    if (!inserted) await merge(tx, entry, fields, at);
    if (created) await linkCallout(tx, fields, created);
    else if (!inserted && entry.unsettledSince) await reopen(tx, fields, null, entry.unsettledSince);
  });
}

// One that AURA has is inserted as recorded: it ends by the same statement as any other, and only if it may.
function rowOf(entry: JournalEntry, hasCallout: boolean, at: Date) {
  const { pressId, customerId: _c, uncheckedEdition: _e, callout: _, fix, ...columns } = entry;
  const fields = { ...columns, ...fix, id: pressId } satisfies NewPress;
  if (!hasCallout) return fields;
  const unsettledSince = entry.unsettledSince ?? entry.lastAttemptAt ?? at;
  return { ...fields, state: 'recorded' as const, settledAt: null, unsettledSince };
}

async function merge(tx: Transaction, entry: JournalEntry, fields: NewPress, at: Date): Promise<void> {
  const instant = (when: Date | null | undefined) => sql`${when?.toISOString() ?? null}::timestamptz`;
  const [row] = await tx.select().from(press).where(eq(press.id, fields.id)).for('update');
  if (row?.state !== 'recorded' && row?.state !== 'delivered') return;
  const fix = asFix(row);
  const better = entry.fix && (!fix || betterFix(fix, entry.fix) !== fix) ? entry.fix : null;
  const attempted = {
    attempts: sql`${press.attempts} + ${entry.attempts}`,
    unsettledSince: sql`coalesce(${press.unsettledSince}, ${instant(fields.unsettledSince)})`,
    lastAttemptAt: sql`greatest(${press.lastAttemptAt}, ${instant(entry.lastAttemptAt)})`,
    withdrawRequestedAt: sql`coalesce(${press.withdrawRequestedAt}, ${instant(entry.withdrawRequestedAt)})`,
    // Without a position it waited for its expiry.
    ...(better && !fix ? { lastProblem: fields.lastProblem ?? null } : {}),
  };
  const isRecorded = row.state === 'recorded';
  if (!isRecorded && !better) return;
  await tx
    .update(press)
    .set({ ...better, ...(isRecorded ? attempted : {}) })
    .where(eq(press.id, fields.id))
    .returning(isRecorded ? { scheduled: delivery(fields.id, at) } : { id: press.id });
}
