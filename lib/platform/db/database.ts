import 'server-only';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import { env } from '#lib/platform/env.ts';
import { log } from '#lib/platform/log.ts';
import { onceGlobally } from '#lib/platform/once-globally.ts';

export type Database = NodePgDatabase;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

/** The process's one pool. A query fails within seconds rather than hang when the database is away. */
export function pool(): Pool {
  return onceGlobally('pool', () => {
    const created = new Pool({
      connectionString: env.DATABASE_URL,
      max: 20,
      connectionTimeoutMillis: 3_000,
      idleTimeoutMillis: 30_000,
      statement_timeout: 10_000,
      application_name: 'vigil',
    });
    // The pool replaces a connection that the server drops; unheard, the event would end the process.
    const onLost = (error: Error) => log.warn({ err: error }, 'database connection lost');
    created.on('error', onLost);
    created.on('connect', (client) => client.on('error', onLost));
    return created;
  });
}

export function database(): Database {
  return onceGlobally('database', () => drizzle(pool()));
}
