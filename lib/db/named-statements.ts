import 'server-only';
import { createHash } from 'node:crypto';
import type { Client, Pool, PoolClient, QueryConfig, QueryResult } from 'pg';
import { env } from '#lib/platform/env.ts';
import { log } from '#lib/platform/log.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';

type Connection = Pool | PoolClient | Client;

/** A statement that is asked less often is likely made for one choice of filters. */
const NAMED_AFTER = 3;
/** Every session of the server keeps each named statement and its plan. */
const MOST_NAMES = 300;
/** Texts that are counted at a time. */
const MOST_COUNTED = 2_000;

/** Not known, or known twice: sessions are given out by a pooler. Or a migration changed the columns of its result. */
const NOT_PREPARED = new Set(['26000', '42P05', '0A000']);

export type StatementNames = {
  /** The name of a statement that is asked often, unique by its text; undefined for the others. */
  readonly nameOf: (text: string) => string | undefined;
  /** Names nothing any more. */
  readonly stop: () => void;
};

/** Counts statements, and names those that are asked often, up to a limit. */
export function statementNames(isStopped = false): StatementNames {
  const counts = new Map<string, number>();
  const names = new Map<string, string>();
  let isOff = isStopped;
  const nameOf = (text: string) => {
    if (isOff) return undefined;
    const known = names.get(text);
    if (known || names.size >= MOST_NAMES) return known;
    const count = (counts.get(text) ?? 0) + 1;
    if (counts.size >= MOST_COUNTED) counts.clear();
    counts.set(text, count);
    if (count < NAMED_AFTER) return undefined;
    counts.delete(text);
    const name = createHash('sha256').update(text).digest('base64url');
    names.set(text, name);
    return name;
  };
  const stop = () => {
    isOff = true;
  };
  return { nameOf, stop };
}

// Behind a pooler a session does not know what another one was given.
const namesOfProcess = () =>
  processSingleton('statement-names', () => statementNames(env.DATABASE_DIRECT_URL !== env.DATABASE_URL));

/**
 * The connection with names for statements that are asked often: an unnamed statement is parsed and planned anew each
 * time, which costs more than most of ours take to run. Where the server does not know a name, all go on without.
 */
export function withNames(connection: Connection, names = namesOfProcess()): Connection {
  const query = async (config: QueryConfig, values: unknown[]): Promise<QueryResult> => {
    const name = names.nameOf(config.text);
    if (!name) return connection.query(config, values);
    try {
      return await connection.query({ ...config, name }, values);
    } catch (error) {
      if (!isNotPrepared(error)) throw error;
      names.stop();
      log.warn({ err: error }, 'statements go on without names');
      // It was not run. In a transaction this fails too, and all of it is rolled back.
      return connection.query(config, values);
    }
  };
  // safe: Drizzle asks only this of a connection that is no Pool
  return { query } as Connection;
}

function isNotPrepared(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    NOT_PREPARED.has(error.code)
  );
}
