import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Client } from 'pg';
import { testDatabase } from './test-database.ts';
import { testFolder } from './test-folder.ts';

/** A database as a build had it whose last migration was this one, empty. */
export async function olderDatabase(last: string) {
  const { url } = await testDatabase();
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('drop schema public cascade; drop schema drizzle cascade; create schema public');
    await migrate(drizzle(client), { migrationsFolder: migrationsUntil(last) });
  } finally {
    await client.end();
  }
  return { url };
}

/** The person `p`, as builds up to 0015 stored one. */
export async function insertOlderPerson(client: Client): Promise<void> {
  await client.query(`insert into "user" (id, name, email, role, email_verified, created_at, updated_at)
     values ('p', 'P', 'p@vigil.test', 'person', false, now(), now())`);
  await client.query(
    `insert into person (id, mobile, mobile_hash, name, surname, created_at, origin, aura_customer_id, subscription_type_id,
       subscription_valid_from, subscription_valid_to)
     values ('p', 'x', 'x', 'P', 'P', now(), 'person', 1, 1, now(), now())`,
  );
}

/** The migrations up to one, as a build of then had them. */
function migrationsUntil(last: string): string {
  const folder = join(testFolder(), 'migrations');
  cpSync(resolve('lib/db/migrations'), folder, { recursive: true });
  const path = join(folder, 'meta', '_journal.json');
  const journal: { entries: { tag: string }[] } = JSON.parse(readFileSync(path, 'utf8'));
  const at = journal.entries.findIndex(({ tag }) => tag === last);
  if (at < 0) throw new Error(`no migration ${last}`);
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, at + 1) }));
  return folder;
}
