import 'server-only';
import { and, asc, count, desc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import { insertPersonOf, type NewPerson } from '#lib/customers/person-store.ts';
import { database, type Transaction, transaction } from '#lib/db/database.ts';
import { customerImport, customerImportRow } from '#lib/db/import-tables.ts';
import { hasMobile, mobileColumns } from '#lib/db/sealed-mobile.ts';
import { person } from '#lib/db/tables.ts';
import { wakeUp } from '#lib/live/wake-up.ts';
import { outboxOf, pickOnce } from '#lib/platform/outbox.ts';
import { openedMobile } from '#lib/platform/unopened.ts';
import type { BadRow, GoodRow } from './read-file.ts';

export type ImportRecord = typeof customerImport.$inferSelect;
type StoredRow = typeof customerImportRow.$inferSelect;
/** A mobile that cannot be opened is ''. */
export type ImportRow = Omit<StoredRow, 'mobile' | 'mobileHash'> & { mobile: string | null };

const openedRow = (row: StoredRow): ImportRow => ({
  ...row,
  mobile: row.mobile === null ? null : openedMobile(row.mobile),
});
type NewImport = Pick<
  ImportRecord,
  'id' | 'fileName' | 'subscriptionTypeId' | 'ignoredColumns' | 'uploadedAt' | 'uploadedBy'
>;

const outbox = outboxOf(customerImportRow, {
  isOpen: inArray(customerImportRow.state, ['waiting', 'sending']),
  wakeUp: wakeUp('import'),
});

const ROWS_A_STATEMENT = 1_000;

export async function insertImport(
  head: NewImport,
  good: readonly GoodRow[],
  bad: readonly BadRow[],
): Promise<void> {
  const rows = [
    ...good.map((each) => ({
      ...each,
      ...mobileColumns(each.mobile),
      importId: head.id,
      state: 'waiting' as const,
    })),
    ...bad.map(({ row, column, value, reason }) => ({
      importId: head.id,
      row,
      state: 'bad' as const,
      problemColumn: column,
      problemValue: value,
      problem: reason,
    })),
  ];
  await transaction(async (tx) => {
    await tx.insert(customerImport).values({ ...head, state: 'checked' });
    for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT) {
      await tx.insert(customerImportRow).values(rows.slice(at, at + ROWS_A_STATEMENT));
    }
  });
}

export async function knownMobiles(mobiles: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>();
  for (let at = 0; at < mobiles.length; at += ROWS_A_STATEMENT) {
    const rows = await database()
      .select({ mobile: person.mobile })
      .from(person)
      .where(and(hasMobile(person, ...mobiles.slice(at, at + ROWS_A_STATEMENT)), isNull(person.deletedAt)));
    for (const { mobile } of rows) known.add(openedMobile(mobile));
  }
  return known;
}

export async function findImport(id: string): Promise<ImportRecord | null> {
  const [row] = await database().select().from(customerImport).where(eq(customerImport.id, id));
  return row ?? null;
}

export async function listNewestImports(limit: number): Promise<ImportRecord[]> {
  return database()
    .select()
    .from(customerImport)
    .orderBy(desc(customerImport.uploadedAt), desc(customerImport.id))
    .limit(limit);
}

export async function countRows(importId: string): Promise<Map<ImportRow['state'], number>> {
  const rows = await database()
    .select({ state: customerImportRow.state, rows: count() })
    .from(customerImportRow)
    .where(eq(customerImportRow.importId, importId))
    .groupBy(customerImportRow.state);
  return new Map(rows.map(({ state, rows: each }) => [state, each]));
}

const FAILED = ['bad', 'known', 'rejected', 'unsure'] as const;

export async function listFailedRows(importId: string, limit: number): Promise<ImportRow[]> {
  const rows = await database()
    .select()
    .from(customerImportRow)
    .where(and(eq(customerImportRow.importId, importId), inArray(customerImportRow.state, [...FAILED])))
    .orderBy(asc(customerImportRow.row))
    .limit(limit);
  return rows.map(openedRow);
}

type StateChange = Partial<Pick<ImportRecord, 'state' | 'startedAt' | 'endedAt' | 'pausedUntil'>>;

/** Compare-and-set on the import's state; false when it was not in `from`. */
export async function moveImport(
  id: string,
  from: readonly ImportRecord['state'][],
  change: StateChange,
): Promise<boolean> {
  const moved = await database()
    .update(customerImport)
    .set(change)
    .where(and(eq(customerImport.id, id), inArray(customerImport.state, [...from])))
    .returning({ woken: outbox.wakeUp });
  return moved.length === 1;
}

/** Running imports, including paused ones. */
export async function listRunning(): Promise<ImportRecord[]> {
  return database()
    .select()
    .from(customerImport)
    .where(eq(customerImport.state, 'running'))
    .orderBy(asc(customerImport.startedAt));
}

/** Leases rows. Sets `answerLostAt` with the claim, so that it survives a crash before AURA's response. */
export async function claimRows(
  importId: string,
  at: Date,
  leaseMs: number,
  limit: number,
): Promise<ImportRow[]> {
  const due = database()
    .select({ row: customerImportRow.row })
    .from(customerImportRow)
    .where(and(eq(customerImportRow.importId, importId), outbox.isDue))
    .orderBy(asc(customerImportRow.row))
    .limit(limit)
    .for('update', { skipLocked: true });
  const claimed = await database()
    .update(customerImportRow)
    .set({
      state: 'sending',
      ...outbox.claim(leaseMs),
      answerLostAt: sql`coalesce(${customerImportRow.answerLostAt}, ${at.toISOString()}::timestamptz)`,
    })
    .where(and(eq(customerImportRow.importId, importId), pickOnce(customerImportRow.row, due)))
    .returning();
  return claimed.map(openedRow);
}

type Ending = Pick<ImportRow, 'state'> &
  Partial<Pick<ImportRow, 'problem' | 'problemColumn' | 'problemValue' | 'answerLostAt'>>;

/** Sets a row's outcome if this process still holds its lease. */
export async function endRow(row: ImportRow, ending: Ending): Promise<void> {
  await database()
    .update(customerImportRow)
    .set({ ...outbox.settled, ...ending })
    .where(and(rowIs(row), outbox.isHeldBy(row)));
}

const rowIs = ({ importId, row }: Pick<ImportRow, 'importId' | 'row'>) =>
  and(eq(customerImportRow.importId, importId), eq(customerImportRow.row, row));

/** Inserts the person and settles the row in one transaction; the row's personal data is cleared. */
export async function keepImported(fields: NewPerson, { importId, row }: ImportRow): Promise<void> {
  await transaction(async (tx) => {
    await insertPersonOf(tx, fields);
    await tx
      .update(customerImportRow)
      .set({
        state: 'done',
        personId: fields.id,
        name: null,
        surname: null,
        mobile: null,
        mobileHash: null,
        answerLostAt: null,
        ...outbox.settled,
      })
      .where(rowIs({ importId, row }));
  });
}

/** Retention: deletes names and mobiles of people who did not become customers. */
export async function sweepImports(uploadedBefore: Date): Promise<void> {
  await database()
    .delete(customerImport)
    .where(and(lt(customerImport.uploadedAt, uploadedBefore), sql`${customerImport.state} <> 'running'`));
}

/** Deletes the rows of files that are about a person. */
export async function deleteImportRowsOf(
  tx: Transaction,
  { personId, mobile }: { personId: string; mobile: string | null },
): Promise<void> {
  const isSame = mobile === null ? undefined : hasMobile(customerImportRow, mobile);
  await tx.delete(customerImportRow).where(or(eq(customerImportRow.personId, personId), isSame));
}
