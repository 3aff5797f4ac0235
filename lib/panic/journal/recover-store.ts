import 'server-only';
import { and, asc, eq, gte, isNull, sql } from 'drizzle-orm';
import type { CreatedCallout } from '#lib/callouts/records.ts';
import { type Transaction, transaction } from '#lib/db/database.ts';
import { callout, press } from '#lib/db/tables.ts';
import { asFix, betterFix } from '#lib/geo/model.ts';
import type { Bettered } from '#lib/panic/fix-store.ts';
import { linkCallout, reopen } from '#lib/panic/settle-store.ts';
import { dueAfterGrace, insertIn, type NewPress, outbox } from '#lib/panic/store.ts';
import type { JournalEntry } from './journal.ts';

/**
 * A press from the journal, with the callout that AURA gave for it. The database may have had the press all along, and
 * whatever became of it there: what the journal knows of attempts is added, and decides whether AURA is asked. Gives
 * the callout that AURA has raised at a worse position than the journal's, if there is one.
 */
export async function insertRecovered(
  entry: JournalEntry,
  created: CreatedCallout | null,
  at: Date,
): Promise<Bettered | null> {
  return transaction(async (tx) => {
    const fields = rowOf(entry, created !== null, at);
    const [inserted] = await insertIn(tx, fields);
    const bettered = inserted ? null : await merge(tx, entry, fields);
    const made = created ?? (await findUnlinked(tx, entry));
    if (made) await linkCallout(tx, fields, made);
    else if (!inserted && entry.outcomeUnknownSince)
      await reopen(tx, fields, null, entry.outcomeUnknownSince);
    return bettered;
  });
}

/** The unlinked callout that was taken in while only the journal knew of the press that may have made it. */
async function findUnlinked(tx: Transaction, entry: JournalEntry): Promise<CreatedCallout | null> {
  if (!entry.lastAttemptAt) return null;
  const { personId, receivedAt } = entry;
  const [row] = await tx
    .select()
    .from(callout)
    .where(
      and(
        eq(callout.personId, personId),
        isNull(callout.closedAt),
        gte(callout.raisedAt, receivedAt),
        sql`not exists (select from ${press} where ${press.calloutId} = ${callout.id})`,
      ),
    )
    .orderBy(asc(callout.raisedAt))
    .limit(1);
  if (!row) return null;
  const { id, kind, rawStatus, responseTypeId, raisedAt } = row;
  const known = { calloutId: id, personId, kind, rawStatus, responseTypeId };
  return { ...known, trackingUrl: null, fix: null, at: raisedAt };
}

// One that AURA has is inserted as recorded: it ends by the same statement as any other, and only if it may.
function rowOf(entry: JournalEntry, hasCallout: boolean, at: Date) {
  const { pressId, customerId: _c, uncheckedEdition: _e, callout: _, fix, ...columns } = entry;
  const due = entry.sendsAt ? { dueAt: entry.sendsAt } : {};
  const fields = { ...columns, ...fix, ...due, id: pressId } satisfies NewPress;
  if (!hasCallout) return fields;
  const outcomeUnknownSince = entry.outcomeUnknownSince ?? entry.lastAttemptAt ?? at;
  return { ...fields, state: 'recorded' as const, settledAt: null, outcomeUnknownSince };
}

async function merge(tx: Transaction, entry: JournalEntry, fields: NewPress): Promise<Bettered | null> {
  const [row] = await tx.select().from(press).where(eq(press.id, fields.id)).for('update');
  if (row?.state !== 'recorded' && row?.state !== 'delivered') return null;
  const fix = asFix(row);
  const better = entry.fix && (!fix || betterFix(fix, entry.fix) !== fix) ? entry.fix : null;
  if (row.state === 'recorded') {
    const learnt = { ...attemptsOf(entry, fields), ...better };
    // Without a position it waited for its expiry.
    const placed = better && !fix ? { lastProblem: fields.lastProblem ?? null } : {};
    await tx
      .update(press)
      .set({ ...learnt, ...placed, ...dueAfterGrace(0) })
      .where(eq(press.id, fields.id))
      .returning({ woken: outbox.wakeUp });
    return null;
  }
  if (!better) return null;
  await tx.update(press).set(better).where(eq(press.id, fields.id));
  return { before: fix, calloutId: row.calloutId };
}

function attemptsOf(entry: JournalEntry, { outcomeUnknownSince }: NewPress) {
  const instant = (when: Date | null | undefined) => sql`${when?.toISOString() ?? null}::timestamptz`;
  const wish = sql`coalesce(${press.withdrawRequestedAt}, ${instant(entry.withdrawRequestedAt)})`;
  // A device that heard *delivered* after it had asked to withdraw counts on that.
  const toldAt = entry.state === 'delivered' ? entry.settledAt : null;
  return {
    attempts: sql`${press.attempts} + ${entry.attempts}`,
    outcomeUnknownSince: sql`coalesce(${press.outcomeUnknownSince}, ${instant(outcomeUnknownSince)})`,
    lastAttemptAt: sql`greatest(${press.lastAttemptAt}, ${instant(entry.lastAttemptAt)})`,
    withdrawRequestedAt: sql`case when ${instant(toldAt)} >= ${wish} then null else ${wish} end`,
  };
}
