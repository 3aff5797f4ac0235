import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Cluster } from './start-cluster.ts';

// Who polls AURA for all: looked at in the database all the time.

const POLLER_LOCK = 7_146_312;
const LOOK_EVERY_MS = 250;

const HOLDERS = `select host(a.client_addr) as address from pg_locks l join pg_stat_activity a on a.pid = l.pid
  where l.locktype = 'advisory' and l.granted and l.classid::bigint << 32 | l.objid::bigint = ${POLLER_LOCK}`;

export type PollerWatch = {
  readonly looks: number;
  /** Looks that saw more than one. */
  readonly several: number;
  /** How often another worker than before was seen. */
  readonly handovers: number;
  /** The longest time without one while the database answered. */
  readonly longestGapMs: number;
};

/** The address of the worker that polls; null without one, or without the database. */
export async function pollerAddress({ databaseUrl }: Cluster): Promise<string | null> {
  return (await holders(databaseUrl).catch(() => []))[0] ?? null;
}

async function holders(connectionString: string): Promise<string[]> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 1_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<{ address: string }>(HOLDERS)).rows.map(({ address }) => address);
  } finally {
    await client.end();
  }
}

export async function watchPoller({ databaseUrl }: Cluster, signal: AbortSignal): Promise<PollerWatch> {
  const seen = { looks: 0, several: 0, handovers: 0, longestGapMs: 0 };
  let last: string | null = null;
  let goneSince: number | null = null;
  while (!signal.aborted) {
    await sleep(LOOK_EVERY_MS);
    const found = await holders(databaseUrl).catch(() => null);
    // Without the database nobody can be seen, and nobody can poll.
    if (found === null) {
      goneSince = null;
      continue;
    }
    seen.looks += 1;
    if (found.length > 1) seen.several += 1;
    const [address] = found;
    if (address === undefined) {
      goneSince ??= performance.now();
      seen.longestGapMs = Math.max(seen.longestGapMs, performance.now() - goneSince);
      continue;
    }
    goneSince = null;
    if (last !== null && address !== last) seen.handovers += 1;
    last = address;
  }
  return seen;
}
