import { Client } from 'pg';
import { expect, test, vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { readCallout } from '#lib/following/page/read-callout.ts';
import { operatorActor } from '#lib/identity/actor.ts';
import { patience } from '#lib/testing/patience.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { keepPolling } from '#worker/poller.ts';

const world = await testWorld();

const viewer = operatorActor('viewer', 'operator-1', 'Operator');
const PATIENCE = { timeout: patience(20_000), interval: 100 };

async function holders(): Promise<number> {
  const { rows } = await pool().query<{ held: number }>(
    `select count(*)::int as held from pg_locks join pg_database d on d.oid = database
     where locktype = 'advisory' and granted and objid = 7146312 and d.datname = current_database()`,
  );
  return rows[0]?.held ?? 0;
}

async function stageBecomes(calloutId: number, stage: string): Promise<void> {
  await vi.waitFor(async () => {
    expect(await readCallout(viewer, { calloutId })).toMatchObject({ value: { stage } });
  }, PATIENCE);
}

test('one worker polls, another takes over when it ends, and both end on abort', async () => {
  const { calloutId } = await raiseTestCallout();
  const first = new AbortController();
  const second = new AbortController();
  const firstEnded = keepPolling(first.signal);
  await vi.waitFor(async () => expect(await holders()).toBe(1), PATIENCE);
  const secondEnded = keepPolling(second.signal);

  await world.step(calloutId, 'own');
  await stageBecomes(calloutId, 'owned');
  expect(await holders()).toBe(1);

  first.abort();
  await firstEnded;
  await world.step(calloutId, 'dispatch');
  await stageBecomes(calloutId, 'dispatched');
  expect(await holders()).toBe(1);

  second.abort();
  await secondEnded;
  await vi.waitFor(async () => expect(await holders()).toBe(0), PATIENCE);
});

test('polling goes on after the database dropped every connection', async () => {
  const { calloutId } = await raiseTestCallout();
  const stopping = new AbortController();
  const ended = keepPolling(stopping.signal);
  await vi.waitFor(async () => expect(await holders()).toBe(1), PATIENCE);
  await pool().query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );
  await world.step(calloutId, 'own');
  await stageBecomes(calloutId, 'owned');
  stopping.abort();
  await ended;
});

test('a worker whose connection swallows everything gives the lock up, and another takes over', async () => {
  const { calloutId } = await raiseTestCallout();
  const query = Client.prototype.query;
  const swallowing = { client: null as unknown };
  vi.spyOn(Client.prototype, 'query').mockImplementation(function (this: Client, ...asked: unknown[]) {
    if (asked[0] === 'select 1') swallowing.client ??= this;
    if (asked[0] === 'select 1' && swallowing.client === this) return new Promise(() => undefined);
    return Reflect.apply(query, this, asked);
  });
  const first = new AbortController();
  const second = new AbortController();
  const firstEnded = keepPolling(first.signal);
  await vi.waitFor(() => expect(swallowing.client).not.toBeNull(), PATIENCE);
  const secondEnded = keepPolling(second.signal);
  try {
    await world.step(calloutId, 'own');
    await stageBecomes(calloutId, 'owned');
    first.abort();
    await firstEnded;
    await world.step(calloutId, 'dispatch');
    await stageBecomes(calloutId, 'dispatched');
  } finally {
    first.abort();
    second.abort();
    vi.restoreAllMocks();
  }
  await secondEnded;
});

test('the database ends a session of a lock holder that has gone silent', async () => {
  const stopping = new AbortController();
  const ended = keepPolling(stopping.signal);
  const asked = vi.spyOn(Client.prototype, 'query');
  // The lock may still be that of a session from before, so a holder alone does not say that this one has asked.
  await vi.waitFor(() => {
    expect(asked.mock.calls.map(([text]) => text)).toContain('set idle_session_timeout = 10000');
  }, PATIENCE);
  stopping.abort();
  await ended;
  vi.restoreAllMocks();
});
