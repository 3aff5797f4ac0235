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
    // An idle connection that the server drops is replaced by the pool; unheard, the event would end the process.
    created.on('error', (error) => log.warn({ err: error }, 'idle database connection lost'));
    return created;
  });
}

export function database(): Database {
  return onceGlobally('database', () => drizzle(pool()));
}
