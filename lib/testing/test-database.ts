import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inject, vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { cleanUp } from './clean-up.ts';
import { testEnv } from './test-env.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Migrated template database. */
    templateDatabaseUrl: string;
  }
}

export type TestDatabase = { readonly url: string };

/** A migrated, empty database of the test's own. */
export async function testDatabase(): Promise<TestDatabase> {
  const template = new URL(inject('templateDatabaseUrl'));
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(template);
  url.pathname = `/${name}`;
  // By files in half the time that the log of each block takes.
  const copy = `create database ${name} template ${template.pathname.slice(1)} strategy file_copy`;
  await administer(template, copy);
  cleanUp(() => administer(template, `drop database ${name} with (force)`));
  return { url: url.href };
}

/** A test database used by the code under test; closes its pool at the end. */
export async function appDatabase(): Promise<TestDatabase> {
  const database = await testDatabase();
  testEnv({ DATABASE_URL: database.url });
  cleanUp(async () => {
    vi.useRealTimers();
    if (!pool().ended) await pool().end();
  });
  return database;
}

async function administer(template: URL, statement: string): Promise<void> {
  const server = new URL(template);
  // PostgreSQL cannot copy a database with open connections.
  server.pathname = '/postgres';
  const client = new Client({ connectionString: server.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
