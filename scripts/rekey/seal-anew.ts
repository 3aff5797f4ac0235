import type { Pool } from 'pg';
import { sealedForAuthAnew } from '#lib/identity/recovery-codes.ts';
import { seals } from '#lib/platform/seals.ts';
import { newestKeyId, seal, unseal } from '#lib/platform/secret-box.ts';

type Column = {
  readonly table: string;
  readonly key: string;
  readonly keyType: 'bigint' | 'uuid' | 'text';
  readonly column: string;
  /** The value by the newest key: the same when that sealed it already, null when no listed key opens it. */
  readonly sealAnew: (value: string) => Promise<string | null> | string | null;
};

export type Resealed = { name: string; sealed: number; unopened: number };

const BATCH = 200;

const by = (purpose: string) => (value: string) => {
  if (value.startsWith(newestKeyId())) return value;
  const text = unseal(purpose, value);
  return text === null ? null : seal(purpose, text);
};

/** Every sealed column; a test compares them with the tables. */
export const sealedColumns: readonly Column[] = [
  {
    ...{ table: 'callout', key: 'id', keyType: 'bigint', column: 'tracking_url_sealed' },
    sealAnew: by(seals.trackingUrl),
  },
  {
    ...{ table: 'callout_outcome', key: 'callout_id', keyType: 'bigint', column: 'map_url_sealed' },
    sealAnew: by(seals.mapUrl),
  },
  {
    ...{ table: 'cancellation', key: 'id', keyType: 'uuid', column: 'code_sealed' },
    sealAnew: by(seals.safeCode),
  },
  {
    ...{ table: 'webhook_event', key: 'id', keyType: 'bigint', column: 'body_sealed' },
    sealAnew: by(seals.webhookBody),
  },
  {
    ...{ table: 'escalation_text', key: 'id', keyType: 'uuid', column: 'sealed' },
    sealAnew: by(seals.escalationText),
  },
  { table: 'two_factor', key: 'id', keyType: 'text', column: 'secret', sealAnew: sealedForAuthAnew },
  { table: 'two_factor', key: 'id', keyType: 'text', column: 'backup_codes', sealAnew: sealedForAuthAnew },
];

/** Column by column, in batches by key. May be repeated, and run while the product does. */
export async function* sealAllAnew(pool: Pool): AsyncGenerator<Resealed> {
  for (const column of sealedColumns) yield await sealColumnAnew(pool, column);
}

async function sealColumnAnew(pool: Pool, of: Column): Promise<Resealed> {
  const { table, key, keyType, column } = of;
  const done = { name: `${table}.${column}`, sealed: 0, unopened: 0 };
  let last: string | null = null;
  for (;;) {
    const { rows }: { rows: { key: string; value: string }[] } = await pool.query(
      `select ${key}::text as key, ${column} as value from ${table}
       where ${column} is not null and ($1::${keyType} is null or ${key} > $1::${keyType})
       order by ${key} limit ${BATCH}`,
      [last],
    );
    for (const row of rows) {
      const value = await of.sealAnew(row.value);
      if (value === null) done.unopened += 1;
      else if (value !== row.value) done.sealed += await replace(pool, of, row, value);
    }
    last = rows.at(-1)?.key ?? null;
    if (rows.length < BATCH) return done;
  }
}

/** Only a value that did not change meanwhile: whatever changed it sealed it with the newest key. */
async function replace(
  pool: Pool,
  { table, key, keyType, column }: Column,
  row: { key: string; value: string },
  value: string,
): Promise<number> {
  const { rowCount } = await pool.query(
    `update ${table} set ${column} = $1 where ${key} = $2::${keyType} and ${column} = $3`,
    [value, row.key, row.value],
  );
  return rowCount ?? 0;
}
