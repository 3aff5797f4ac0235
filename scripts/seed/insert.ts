import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Client } from 'pg';
import type { Batch } from './batch.ts';
import { sealedColumnsOf } from './seals.ts';
import * as shapes from './shapes.ts';

const BATCH = 5_000;

/** Bulk insert; omitted columns are null. */
export async function insertRows<Column extends string>(
  database: Client,
  { table, columns }: shapes.Shape<Column>,
  rows: readonly Partial<Record<Column, unknown>>[],
): Promise<void> {
  // safe: these are the keys that the type was made of
  const names = Object.keys(columns) as Column[];
  const sealed = sealedColumnsOf(table);
  const list = names.map((name) => `"${name}"`).join(', ');
  const values = names.map((name, index) => `$${index + 1}::${columns[name]}[]`).join(', ');
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    await database.query(
      `insert into ${table} (${list}) select * from unnest(${values})`,
      names.map((name) => batch.map((row) => stored(sealed.get(name), row[name] ?? null))),
    );
  }
}

function stored(sealed: PgColumn | undefined, value: unknown): unknown {
  return sealed && value !== null ? sealed.mapToDriverValue(value) : value;
}

/** All rows of a batch, referenced tables first. */
export async function insertBatch(database: Client, batch: Batch): Promise<void> {
  await insertRows(database, shapes.callouts, batch.callouts);
  await insertRows(database, shapes.facts, batch.facts);
  // The column's default is the time of the insert; here it was due on arrival.
  await insertRows(
    database,
    shapes.presses,
    batch.presses.map((press) => ({ due_at: press.received_at, ...press })),
  );
  await insertRows(database, shapes.cancellations, batch.cancellations);
  await insertRows(database, shapes.messages, batch.messages);
  await insertRows(database, shapes.streams, batch.streams);
  await insertRows(database, shapes.notes, batch.notes);
  await insertRows(database, shapes.ratings, batch.ratings);
  await insertRows(database, shapes.outcomes, batch.outcomes);
  await insertRows(database, shapes.marks, batch.marks);
  await insertRows(database, shapes.auditLines, batch.auditLines);
}
