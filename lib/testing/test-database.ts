import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated database of this run, on which every test database is modelled. */
    templateDatabaseUrl: string;
  }
}

export type TestDatabase = { readonly url: string; readonly close: () => Promise<void> };

/** A migrated, empty PostgreSQL database of the test's own. Close every connection to it before `close`. */
export async function testDatabase(): Promise<TestDatabase> {
  const template = new URL(inject('templateDatabaseUrl'));
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(template);
  url.pathname = `/${name}`;
  await administer(template, `create database ${name} template ${template.pathname.slice(1)}`);
  return { url: url.href, close: () => administer(template, `drop database ${name} with (force)`) };
}

async function administer(template: URL, statement: string): Promise<void> {
  const server = new URL(template);
  // A database cannot be copied while somebody, ourselves included, is connected to it.
  server.pathname = '/postgres';
  const client = new Client({ connectionString: server.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
