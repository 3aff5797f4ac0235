import 'server-only';
import { and, asc, eq, getTableColumns, getTableName, or, type SQL, sql } from 'drizzle-orm';
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core';
import { mobileOf } from '#lib/customers/records.ts';
import { database } from '#lib/db/database.ts';
import { calloutMessage, cancellation } from '#lib/db/following-tables.ts';
import { keptTables } from '#lib/db/kept.ts';
import type { ColumnKept, Links, TableKept } from '#lib/db/kept-model.ts';
import { hasMobile } from '#lib/db/sealed-mobile.ts';
import { callout } from '#lib/db/tables.ts';
import { webhookEvent } from '#lib/db/webhook-tables.ts';
import { seals } from '#lib/platform/seals.ts';
import { unseal } from '#lib/platform/secret-box.ts';
import { CANNOT_BE_OPENED, UNOPENED } from '#lib/platform/unopened.ts';

// Reads what is kept of a person, from every table whose annotations say that its rows may be a person's. A new table is
// exported as soon as it is annotated.

/** `own`: what a person downloads, perhaps forced to. `whole`: what an admin hands out. */
export type Scope = 'own' | 'whole';
export type Whose = { personId: string; mobile: string; customerId: number };
export type Page = { table: string; rows: Record<string, unknown>[] };

const PAGE = 1_000;

/** Pages of rows, table by table; no more than a page is held at once. */
export async function* pagesOf(whose: Whose, scope: Scope): AsyncGenerator<Page> {
  const mobile = await mobileOf(database(), { id: whose.personId, mobile: whose.mobile });
  for (const kept of keptTables) {
    if (typeof kept.whose !== 'object') continue;
    const columns = exportedColumns(kept, scope);
    // Rows of nothing but links would still tell how many there are.
    const links = Object.values(kept.whose);
    if (Object.keys(columns).every((key) => links.includes(key))) continue;
    for await (const rows of pagesOfTable(kept, columns, { ...whose, mobile, scope }))
      yield { table: getTableName(kept.table), rows };
  }
}

/** Whether a column is in the file. */
export function isExported({ sensitivity, withheld }: ColumnKept, scope: Scope): boolean {
  return sensitivity !== 'none' && withheld !== 'secret' && (scope === 'whole' || withheld !== 'danger');
}

function exportedColumns({ table, columns }: TableKept, scope: Scope): Record<string, PgColumn> {
  return Object.fromEntries(
    Object.entries(getTableColumns(table)).filter(([key]) => {
      const kept = columns[key];
      return kept !== undefined && isExported(kept, scope);
    }),
  );
}

type Asked = Omit<Whose, 'mobile'> & { mobile: string | null; scope: Scope };

async function* pagesOfTable(
  { table, whose }: TableKept,
  columns: Record<string, PgColumn>,
  asked: Asked,
): AsyncGenerator<Record<string, unknown>[]> {
  const order = orderOf(table, typeof whose === 'object' ? whose : {});
  // As text: a JavaScript date has no microseconds, and would name the same row again.
  const keys = Object.fromEntries(order.map((column, nth) => [`key ${nth}`, sql<string>`${column}::text`]));
  const which = and(linked(table, typeof whose === 'object' ? whose : {}, asked), mayRead(table, asked));
  let last: Record<string, unknown> | undefined;
  do {
    const rows: Record<string, unknown>[] = await database()
      .select({ ...columns, ...keys })
      .from(table)
      .where(and(which, last && after(order, last)))
      .orderBy(...order.map((column) => asc(column)))
      .limit(PAGE);
    if (rows.length > 0) yield rows.map((row) => shown(table, columns, row));
    last = rows.length === PAGE ? rows.at(-1) : undefined;
  } while (last);
}

/** The columns of an index by which the pages of one callout follow each other, else the primary key. */
function orderOf(table: PgTable, { calloutId }: Links): PgColumn[] {
  const { columns, indexes, primaryKeys } = getTableConfig(table);
  const link = columns.find((column) => calloutId && column === getTableColumns(table)[calloutId]);
  for (const { config } of indexes) {
    const own = config.columns.map((part) =>
      columns.find(({ name }) => 'name' in part && name === part.name),
    );
    const isWhole = config.unique && !config.where && own.every((column) => column?.notNull);
    if (isWhole && link && own[0] === link) return own.flatMap((column) => column ?? []);
  }
  const [whole] = primaryKeys;
  const inKey = (column: PgColumn) =>
    whole?.columns.some(({ name }) => name === column.name) ?? column.primary;
  return columns.filter(inKey);
}

/** Row comparison, so that the index is followed. */
function after(order: readonly PgColumn[], last: Record<string, unknown>): SQL {
  const listed = (parts: readonly unknown[]) =>
    sql.join(
      parts.map((part) => sql`${part}`),
      sql`, `,
    );
  const values = order.map(
    (column, nth) => sql`${last[`key ${nth}`]}::${sql.raw(column.getSQLType().replace('serial', 'int'))}`,
  );
  return sql`(${listed(order)}) > (${listed(values)})`;
}

/** Rows of the person, by any of the links. */
function linked(table: PgTable, links: Links, { personId, mobile, customerId }: Asked): SQL {
  const columns = getTableColumns(table);
  const by = (name: string | undefined, condition: (column: PgColumn) => SQL | undefined) => {
    const column = name === undefined ? undefined : columns[name];
    return column && condition(column);
  };
  const own = sql`(select ${callout.id} from ${callout} where ${callout.personId} = ${personId})`;
  const any = or(
    by(links.personId, (column) => eq(column, personId)),
    by(links.mobile, (column) =>
      mobile === null
        ? undefined
        : hasMobile({ mobile: column, mobileHash: columns.mobileHash ?? column }, mobile),
    ),
    by(links.customerId, (column) => eq(column, customerId)),
    by(links.calloutId, (column) => sql`${column} in ${own}`),
    by(links.aboutCallout, (column) => and(eq(webhookEvent.about, 'callout'), sql`${column} in ${own}`)),
  );
  // Without a link that counts no row is theirs; no condition at all would mean everybody's.
  return any ?? sql`false`;
}

/** After *I am safe* a person reads no more of what others wrote: it would tell whether the code was right. */
function mayRead(table: PgTable, { personId, scope }: Asked): SQL | undefined {
  if (scope === 'whole' || getTableName(table) !== getTableName(calloutMessage)) return undefined;
  return sql`(${calloutMessage.authorId} = ${personId} or not exists (
    select from ${cancellation} where ${cancellation.calloutId} = ${calloutMessage.calloutId}
      and ${cancellation.by} = 'person' and ${cancellation.askedAt} <= ${calloutMessage.writtenAt}))`;
}

function shown(
  table: PgTable,
  columns: Record<string, PgColumn>,
  row: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(columns).map(([key, { name }]) => {
      const value = row[key];
      const isSealed = getTableName(table) === getTableName(webhookEvent) && key === 'bodySealed';
      if (value === UNOPENED) return [name, CANNOT_BE_OPENED];
      return [name, isSealed && typeof value === 'string' ? unseal(seals.webhookBody, value) : value];
    }),
  );
}
