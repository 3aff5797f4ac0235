import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Client } from 'pg';
import { connectionTo, settle } from './connection.ts';

// Arbitrary, but the same in every instance.
const MIGRATION_LOCK = 7_146_311;

const MIGRATIONS_FOLDER = fileURLToPath(new URL('./migrations', import.meta.url));

const LOCK_TIMEOUT_MS = 60_000;
const LOCK_AGAIN_MS = 500;

/** Of a migration that waits for a running instance which waits for it. */
const ATTEMPTS = 5;

/** Another instance, or a pooled connection, has held the lock for too long. */
export class MigrationLocked extends Error {}

/** The database is older than the baseline migration and cannot be migrated. */
export class SchemaTooOld extends Error {}

type Options = { lockTimeoutMs?: number; log?: (line: string) => void };

/** Migrates the database, serialized by a lock. Throws {@link MigrationLocked} on its timeout, {@link SchemaTooOld}. */
export async function migrateDatabase(databaseUrl: string, options: Options = {}): Promise<void> {
  const locking = await connected(databaseUrl);
  try {
    await lock(locking, options);
    const client = await connected(databaseUrl);
    try {
      await refuseOlderThanBaseline(client);
      await migrateBesideOthers(client, options);
    } finally {
      await client.end();
    }
  } finally {
    await locking.end();
  }
}

/**
 * The build before goes on meanwhile, and locks a press before its callout, where migrations do as they must. PostgreSQL ends one
 * of two that wait for each other: when that is the migration, nothing of it has happened, and it is done again.
 */
async function migrateBesideOthers(client: Client, { log }: Options): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await migrate(drizzle(client), { migrationsFolder: MIGRATIONS_FOLDER });
    } catch (error) {
      if (attempt === ATTEMPTS || !isDeadlock(error)) throw error;
      log?.('the migration and a running instance waited for each other; migrating again …');
    }
  }
}

function isDeadlock(error: unknown): boolean {
  const thrown = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === '40P01';
}

/** What identifies the migrations of these sources, as the database keeps it of those that were applied. */
export function migrationHashes(): string[] {
  return readMigrationFiles({ migrationsFolder: MIGRATIONS_FOLDER }).map(({ hash }) => hash);
}

async function refuseOlderThanBaseline(client: Client): Promise<void> {
  const { rows: tables } = await client.query(
    `select to_regclass('drizzle.__drizzle_migrations') as applied`,
  );
  if (tables[0]?.applied == null) return;
  const { rows } = await client.query('select hash from drizzle.__drizzle_migrations order by id limit 1');
  const [baseline] = readMigrationFiles({ migrationsFolder: MIGRATIONS_FOLDER });
  if (rows.length === 0 || rows[0].hash === baseline?.hash) return;
  throw new SchemaTooOld(
    'this database was made by a version before 0.2.0, whose migrations were replaced by one baseline; start with an empty database',
  );
}

async function connected(databaseUrl: string): Promise<Client> {
  const client = new Client(connectionTo(databaseUrl, 'vigil migration'));
  await client.connect();
  // A role's limit is for queries: a migration takes what it takes.
  await settle(client, { statement_timeout: '0' });
  return client;
}

/** A transaction lock on its own connection: behind a transaction pooler, a session lock could never be released. */
async function lock(client: Client, { lockTimeoutMs = LOCK_TIMEOUT_MS, log }: Options): Promise<void> {
  await client.query('begin');
  await client.query('set local idle_in_transaction_session_timeout = 0');
  const endsAt = performance.now() + lockTimeoutMs;
  let isLogged = false;
  for (;;) {
    const { rows } = await client.query('select pg_try_advisory_xact_lock($1) as held', [MIGRATION_LOCK]);
    if (rows[0]?.held === true) return;
    if (!isLogged) log?.('waiting for another instance that migrates the database …');
    isLogged = true;
    if (performance.now() >= endsAt) {
      const seconds = Math.round(lockTimeoutMs / 1_000);
      throw new MigrationLocked(
        `the lock of migrations has been held by another connection for ${seconds} s. If no other instance is starting, a connection behind a pooler kept it: end that connection (pg_locks, locktype advisory), or let DATABASE_DIRECT_URL lead past the pooler`,
      );
    }
    await wait(LOCK_AGAIN_MS);
  }
}
