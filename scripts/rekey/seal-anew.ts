import { getTableColumns, getTableName } from 'drizzle-orm';
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core';
import type { Pool } from 'pg';
import { keptTables } from '#lib/db/kept.ts';
import { isSealed, sealedAnew } from '#lib/db/sealed.ts';
import { sealedForAuthAnew } from '#lib/identity/recovery-codes.ts';
import { seals } from '#lib/platform/seals.ts';
import { newestKeyId, seal, unseal } from '#lib/platform/secret-box.ts';
import { type HashColumn, hashesOf } from './hashes.ts';

type Key = { readonly name: string; readonly type: string };

type Column = {
  readonly table: string;
  readonly keys: readonly Key[];
  readonly column: string;
  /** The value by the newest key: the same when that sealed it already, null when no listed key opens it. */
  readonly sealAnew: (value: string) => Promise<string | null> | string | null;
  /** Columns beside it that hold a keyed hash of the same. */
  readonly hashes: readonly HashColumn[];
};

export type Resealed = { name: string; sealed: number; unopened: number };

const BATCH = 200;

const by = (purpose: string) => (value: string) => {
  if (value.startsWith(newestKeyId())) return value;
  const text = unseal(purpose, value);
  return text === null ? null : seal(purpose, text);
};

const ofStores = (table: string, key: Key, column: string, sealAnew: Column['sealAnew']): Column => ({
  ...{ table, keys: [key], column, sealAnew, hashes: [] },
});
const bigint = (name: string): Key => ({ name, type: 'bigint' });
const uuid: Key = { name: 'id', type: 'uuid' };
const text: Key = { name: 'id', type: 'text' };

/** Sealed by their stores. */
const BY_STORES: readonly Column[] = [
  ofStores('callout', bigint('id'), 'tracking_url_sealed', by(seals.trackingUrl)),
  ofStores('callout_outcome', bigint('callout_id'), 'map_url_sealed', by(seals.mapUrl)),
  ofStores('cancellation', uuid, 'code_sealed', by(seals.safeCode)),
  ofStores('webhook_event', bigint('id'), 'body_sealed', by(seals.webhookBody)),
  ofStores('escalation_text', uuid, 'sealed', by(seals.escalationText)),
  ofStores('two_factor', text, 'secret', sealedForAuthAnew),
  ofStores('two_factor', text, 'backup_codes', sealedForAuthAnew),
];

/** Every sealed column; a test compares them with the tables. */
export const sealedColumns: readonly Column[] = [
  ...BY_STORES,
  ...keptTables.flatMap(({ table }) => ofTable(table)),
];

/** Those that the schema seals by their type. */
function ofTable(table: PgTable): Column[] {
  const name = getTableName(table);
  return Object.values(getTableColumns(table))
    .filter(isSealed)
    .map((column) => ({
      table: name,
      keys: keysOf(table),
      column: column.name,
      sealAnew: (value) => sealedAnew(column, value),
      hashes: hashesOf(column),
    }));
}

function keysOf(table: PgTable): Key[] {
  const { primaryKeys, columns } = getTableConfig(table);
  const names = primaryKeys[0]?.columns.map(({ name }) => name);
  // The columns of the key itself do not tell their type.
  const keys: PgColumn[] = columns.filter(({ name, primary }) => names?.includes(name) ?? primary);
  return keys.map((column) => ({ name: column.name, type: column.getSQLType().replace('serial', 'int') }));
}

/** Column by column, in batches by key. May be repeated, and run while the product does. */
export async function* sealAllAnew(pool: Pool): AsyncGenerator<Resealed> {
  for (const column of sealedColumns) yield await sealColumnAnew(pool, column);
}

type Row = { keys: string[]; value: string };
type Change = Row & { anew: string };

async function sealColumnAnew(pool: Pool, of: Column): Promise<Resealed> {
  const done = { name: `${of.table}.${of.column}`, sealed: 0, unopened: 0 };
  let last: readonly string[] | null = null;
  for (;;) {
    const rows: Row[] = await nextRows(pool, of, last);
    const changes: Change[] = [];
    for (const row of rows) {
      const anew = await of.sealAnew(row.value);
      if (anew === null) done.unopened += 1;
      else if (anew !== row.value) changes.push({ ...row, anew });
    }
    done.sealed += await replaceAll(pool, of, changes);
    last = rows.at(-1)?.keys ?? null;
    if (rows.length < BATCH) return done;
  }
}

async function nextRows(pool: Pool, { table, keys, column }: Column, last: readonly string[] | null) {
  const names = keys.map(({ name }) => name).join(', ');
  const after = keys.map(({ type }, nth) => `$${nth + 1}::${type}`).join(', ');
  const { rows } = await pool.query<Row>(
    `select array[${keys.map(({ name }) => `${name}::text`).join(', ')}] as keys, ${column} as value from ${table}
     where ${column} is not null ${last ? `and (${names}) > (${after})` : ''} order by ${names} limit ${BATCH}`,
    last ? [...last] : [],
  );
  return rows;
}

/** At once what nobody has locked, then one by one: with a single lock it cannot stand in a writer's way. */
async function replaceAll(pool: Pool, of: Column, changes: readonly Change[]): Promise<number> {
  if (changes.length === 0) return 0;
  const done = await replace(pool, of, changes, 'skip locked');
  let sealed = done.size;
  for (const change of changes) {
    if (!done.has(change.keys.join(' '))) sealed += (await replace(pool, of, [change], '')).size;
  }
  return sealed;
}

/** Only a value that did not change meanwhile: whatever changed it sealed it with the newest key. */
async function replace(
  pool: Pool,
  { table, keys, column, hashes }: Column,
  changes: readonly Change[],
  locking: 'skip locked' | '',
): Promise<Set<string>> {
  const lists = [
    changes.map(({ value }) => value),
    changes.map(({ anew }) => anew),
    ...hashes.map(({ of }) => changes.map(({ anew }) => of(anew))),
    ...keys.map((_, nth) => changes.map((change) => change.keys[nth])),
  ];
  const hashNames = hashes.map((_, nth) => `hash${nth}`);
  const names = ['old', 'anew', ...hashNames, ...keys.map((_, nth) => `key${nth}`)].join(', ');
  const sets = hashes.map(({ name }, nth) => `, ${name} = free.hash${nth}`).join('');
  const same = (one: string, other: (nth: number) => string) =>
    keys.map(({ name }, nth) => `${one}.${name} = ${other(nth)}`).join(' and ');
  const { rows } = await pool.query<{ keys: string[] }>(
    `with free as (
       select ${keys.map(({ name }) => `held.${name}`).join(', ')}, anew ${hashNames.map((name) => `, ${name}`).join('')}
       from unnest(${lists.map((_, nth) => `$${nth + 1}::text[]`).join(', ')}) as changed(${names})
       join ${table} held on ${same('held', (nth) => `changed.key${nth}::${keys[nth]?.type}`)}
       where held.${column} = changed.old for no key update of held ${locking})
     update ${table} as kept set ${column} = free.anew ${sets} from free
     where ${same('kept', (nth) => `free.${keys[nth]?.name}`)}
     returning array[${keys.map(({ name }) => `kept.${name}::text`).join(', ')}] as keys`,
    lists,
  );
  return new Set(rows.map((row) => row.keys.join(' ')));
}
