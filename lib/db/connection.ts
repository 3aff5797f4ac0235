import type { ClientBase, ClientConfig } from 'pg';
import { readDatabaseUrl } from '#lib/platform/database-url.ts';

// Safe for the supervisor and for scripts.

/** Throws `BadDatabaseUrl`. */
export function connectionTo(url: string, name: string): ClientConfig {
  return { ...readDatabaseUrl(url), application_name: name, keepAlive: true };
}

/** Our SQL relies on these, and an administrator may have changed them. By `SET`: poolers refuse parameters. */
const SETTINGS = {
  DateStyle: 'ISO, MDY',
  TimeZone: 'UTC',
  IntervalStyle: 'postgres',
  bytea_output: 'hex',
  extra_float_digits: '1',
  standard_conforming_strings: 'on',
  array_nulls: 'on',
  transform_null_equals: 'off',
  default_transaction_isolation: 'read committed',
  default_transaction_read_only: 'off',
  lock_timeout: '0',
} as const;

/** PostgreSQL's default. */
const SEARCH_PATH = { search_path: '"$user", public' };

/** Applies these settings, and `more`, to a new connection. */
export async function settle(client: ClientBase, more: Readonly<Record<string, string>> = {}): Promise<void> {
  const wanted = Object.entries({ ...SETTINGS, ...SEARCH_PATH, ...more });
  const calls = wanted.map((_, at) => `set_config($${2 * at + 1}, $${2 * at + 2}, false)`);
  await client.query(`select ${calls.join()}`, wanted.flat());
}

const NAMES_OF_UTC = /^(Etc\/)?(UTC|UCT|GMT|Universal|Zulu)$/;

/** The settings that a connection does not have as our statements need them. */
export async function amissIn(client: ClientBase): Promise<string[]> {
  const wanted = Object.entries({ ...SETTINGS, ...SEARCH_PATH });
  const { rows } = await client.query<{ name: string; value: string }>(
    'select name, current_setting(name) as value from unnest($1::text[]) as name',
    [wanted.map(([name]) => name)],
  );
  const found = new Map(rows.map(({ name, value }) => [name, NAMES_OF_UTC.test(value) ? 'UTC' : value]));
  return wanted.filter(([name, value]) => found.get(name) !== value).map(([name]) => name);
}
