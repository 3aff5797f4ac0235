import 'server-only';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import { connectionTo, settle } from '#lib/db/connection.ts';
import { withNames } from '#lib/db/named-statements.ts';
import { showPool } from '#lib/db/pool-metrics.ts';
import { env } from '#lib/platform/env.ts';
import { log } from '#lib/platform/log.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';

/** For single statements; for several use {@link transaction}. */
export type Database = Omit<NodePgDatabase, 'transaction'>;
export type Transaction = Parameters<Parameters<NodePgDatabase['transaction']>[0]>[0];

const POOL_SETTINGS = {
  statement_timeout: '10s',
  // Pages read a few rows: parallel workers and JIT would cost more.
  max_parallel_workers_per_gather: '0',
  jit: 'off',
};

/** The process's only pool. Statements time out within seconds when the database is away. */
export function pool(): Pool {
  return processSingleton('pool', () => {
    const created = new Pool({
      ...connectionTo(env.DATABASE_URL, 'vigil'),
      max: 20,
      connectionTimeoutMillis: 3_000,
      idleTimeoutMillis: 30_000,
      // The server enforces the limit below; this one is for a server that has gone silent.
      query_timeout: 12_000,
      onConnect: (client) => settle(client, POOL_SETTINGS),
    });
    // The pool reconnects; without a listener the event would end the process.
    const onLost = (error: Error) => log.warn({ err: error }, 'database connection lost');
    created.on('error', onLost);
    created.on('connect', (client) => client.on('error', onLost));
    showPool(pool);
    return created;
  });
}

export function database(): Database {
  return processSingleton('database', () => drizzle(withNames(pool())));
}

/** Not drizzle's own on a pool: it leaks the connection when `begin` fails, until none is left. */
export async function transaction<Value>(work: (tx: Transaction) => Promise<Value>): Promise<Value> {
  const client = await pool().connect();
  try {
    const value = await drizzle(withNames(client)).transaction(work);
    client.release();
    return value;
  } catch (error) {
    // Its state is unknown: discard it.
    client.release(true);
    throw error;
  }
}
