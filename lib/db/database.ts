import 'server-only';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import { connectionTo, settle } from '#lib/db/connection.ts';
import { NamedClient } from '#lib/db/named-client.ts';
import { env } from '#lib/platform/env.ts';
import { log } from '#lib/platform/log.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';

/** For single statements; what belongs together goes through {@link transaction}. */
export type Database = Omit<NodePgDatabase, 'transaction'>;
export type Transaction = Parameters<Parameters<NodePgDatabase['transaction']>[0]>[0];

const POOL_SETTINGS = {
  statement_timeout: '10s',
  // A page reads a few rows: helpers, or machine code, made for that would cost more than they read.
  max_parallel_workers_per_gather: '0',
  jit: 'off',
};

/** The process's one pool. A query fails within seconds rather than hang when the database is away. */
export function pool(): Pool {
  return processSingleton('pool', () => {
    const created = new Pool({
      ...connectionTo(env.DATABASE_URL, 'vigil'),
      Client: NamedClient,
      max: 20,
      connectionTimeoutMillis: 3_000,
      idleTimeoutMillis: 30_000,
      // The server keeps the limit below; a server that has gone silent is kept to this one, by us.
      query_timeout: 12_000,
      onConnect: (client) => settle(client, POOL_SETTINGS),
    });
    // The pool replaces a connection that the server drops; unheard, the event would end the process.
    const onLost = (error: Error) => log.warn({ err: error }, 'database connection lost');
    created.on('error', onLost);
    created.on('connect', (client) => client.on('error', onLost));
    return created;
  });
}

export function database(): Database {
  return processSingleton('database', () => drizzle(pool()));
}

/**
 * Runs the work in one transaction. Not drizzle's own on a pool: when the connection breaks at `begin`, that
 * one never gives it back, and twenty restarts of the server would leave no connection at all.
 */
export async function transaction<Value>(work: (tx: Transaction) => Promise<Value>): Promise<Value> {
  const client = await pool().connect();
  try {
    const value = await drizzle(client).transaction(work);
    client.release();
    return value;
  } catch (error) {
    // Whatever state it is in, a new one is cheap.
    client.release(true);
    throw error;
  }
}
