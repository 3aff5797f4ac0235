import 'server-only';
import { and, asc, eq, gte, isNull, sql } from 'drizzle-orm';
import { type Transaction, transaction } from '#lib/db/database.ts';
import { callout, press } from '#lib/db/tables.ts';
import { announce } from '#lib/live/announce.ts';
import { commitIn, linkIn } from '#lib/panic/commit-store.ts';
import { linking, reopening } from '#lib/panic/core/changes.ts';
import type { JournalEntry } from '#lib/panic/core/entry.ts';
import { OUR_CLOCKS_APART_MS } from '#lib/panic/core/model.ts';
import type { Bettered } from '#lib/panic/core/next.ts';
import type { CreatedCallout } from '#lib/panic/core/press.ts';
import { afterRow, merging, pressOf } from '#lib/panic/core/recover.ts';
import { changeOf, columnsOfFix, dueAfterGrace, insertIn, outbox, toPress } from '#lib/panic/store.ts';

/**
 * Stores a press from the journal with its callout. The database may have the press already, in any state: the journal's
 * attempts are added, and decide whether AURA is asked. Gives the callout that AURA raised at a worse position, if
 * any.
 */
export async function insertRecovered(
  entry: JournalEntry,
  created: CreatedCallout | null,
  at: Date,
): Promise<Bettered | null> {
  return transaction(async (tx) => {
    const isInserted = await insert(tx, entry, created !== null, at);
    const bettered = isInserted ? null : await merge(tx, entry, created !== null, at);
    const { made, reopensAt } = afterRow(entry, created ?? (await findUnlinked(tx, entry)), !isInserted);
    const whose = { id: entry.pressId, personId: entry.personId };
    if (made) {
      const { calloutId } = made;
      await linkIn(tx, reopening(whose, calloutId, made.at, true), linking(whose, calloutId, made.at), made);
    } else if (reopensAt) await commitIn(tx, reopening(whose, null, reopensAt, true));
    return bettered;
  });
}

async function insert(tx: Transaction, entry: JournalEntry, hasCallout: boolean, at: Date): Promise<boolean> {
  const { lease: _lease, fix, ...columns } = pressOf(entry, hasCallout, at);
  // Due by the database's own clock, unless it is held.
  const dueAt = entry.sendsAt ?? outbox.dueIn(0).dueAt;
  const rows = await insertIn(tx, { ...columns, ...fix, pressedAt: entry.pressedAt, dueAt });
  if (rows.length === 0) return false;
  const change = changeOf({ id: entry.pressId, personId: entry.personId });
  await announce(tx, { changes: [change], topics: ['press'] });
  return true;
}

async function merge(
  tx: Transaction,
  entry: JournalEntry,
  hasCallout: boolean,
  at: Date,
): Promise<Bettered | null> {
  const [row] = await tx.select().from(press).where(eq(press.id, entry.pressId)).for('update');
  const change = row && merging(toPress(row), entry, hasCallout, at);
  if (!change) return null;
  const { fix, ...learnt } = change.learnt;
  await tx
    .update(press)
    .set({
      ...learnt,
      ...(fix ? columnsOfFix(fix) : {}),
      ...(change.isDueNow ? { ...dueAfterGrace(0), ...outbox.settled } : {}),
    })
    .where(eq(press.id, entry.pressId))
    .returning({ woken: outbox.wakeUp });
  return change.bettered;
}

/** A callout that was adopted without a press while only the journal had the press that may have made it. */
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
        gte(callout.raisedAt, new Date(receivedAt.getTime() - OUR_CLOCKS_APART_MS)),
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
