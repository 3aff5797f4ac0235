import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { GET } from '#app/api/changes/route.ts';
import { database, pool, transaction } from '#lib/db/database.ts';
import { endSessions } from '#lib/identity/accounts.ts';
import { signPressToken } from '#lib/identity/press-token.ts';
import { operatorSessionIdIn, startSessionOfNewOperator } from '#lib/identity/session.ts';
import { subscribeToChanges } from '#lib/live/change-feed.ts';
import { announceChange } from '#lib/live/changes.ts';
import { HEARTBEAT_MS } from '#lib/live/schema.ts';
import { patience } from '#lib/testing/patience.ts';
import { registerTestPerson } from '#lib/testing/test-callout.ts';
import { testOperator } from '#lib/testing/test-operator.ts';
import { testWorld } from '#lib/testing/test-world.ts';

await testWorld();

const browsers: AbortController[] = [];
const PATIENCE = { timeout: patience(20_000), interval: 20 };

afterEach(() => {
  for (const browser of browsers.splice(0)) browser.abort();
});

const request = (headers: Record<string, string>, signal?: AbortSignal) =>
  new Request('http://localhost/api/changes', { headers, ...(signal ? { signal } : {}) });

function headersOf({ personId, customerId }: { personId: string; customerId: number }) {
  return {
    cookie: `vigil.press=${signPressToken({ personId, customerId, edition: 1, issuedAtMs: Date.now() })}`,
  };
}

/** A new person's event stream; the events so far, as text. */
async function follow(person?: { personId: string; customerId: number }) {
  const { personId, customerId } = person ?? (await registerTestPerson());
  return { personId, customerId, ...(await open(headersOf({ personId, customerId }))) };
}

/** The event stream of an operator's new session. */
async function followAs(operatorId: string) {
  const cookies = await startSessionOfNewOperator(operatorId, { address: '192.0.2.7', userAgent: '' });
  const cookie = cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
  const sessionId = await operatorSessionIdIn(new Headers({ cookie }));
  return { sessionId, ...(await open({ cookie })) };
}

async function open(headers: Record<string, string>) {
  const browser = new AbortController();
  browsers.push(browser);
  const response = await GET(request(headers, browser.signal), {});
  const received = { text: '', isOver: false };
  void (async () => {
    for await (const chunk of response.body ?? []) received.text += new TextDecoder().decode(chunk);
    received.isOver = true;
  })();
  const isLive = () => vi.waitFor(() => expect(received.text).toContain('event: live'), PATIENCE);
  return { browser, response, received, isLive };
}

async function lines(): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and application_name = 'vigil changes'`,
  );
  return rows[0]?.count ?? -1;
}

const listeners = () => {
  // Safe: this is what lib/live/change-feed.ts keeps under its name.
  const feed = Reflect.get(globalThis, Symbol.for('vigil.change-feed')) as { listeners: Set<unknown> };
  return feed.listeners.size;
};

describe('authorisation of events', () => {
  test('a person gets only their own changes', async () => {
    const [mine, theirs] = [await follow(), await follow()];
    await Promise.all([mine.isLive(), theirs.isLive()]);
    await announceChange(database(), { about: 'callout', calloutId: 1, personId: mine.personId });
    await announceChange(database(), { about: 'press', pressId: 'p2', personId: theirs.personId });
    await announceChange(database(), { about: 'attention', kind: 'duress_suspected' });
    await announceChange(database(), { about: 'callout', calloutId: 3, personId: mine.personId });
    await vi.waitFor(() => expect(mine.received.text).toContain('data: callout:3'), PATIENCE);
    await vi.waitFor(() => expect(theirs.received.text).toContain('data: press:p2'), PATIENCE);
    expect(mine.received.text).toContain('data: callout:1');
    expect(mine.received.text).not.toContain('press:p2');
    expect(theirs.received.text).not.toContain('callout:');
    expect(mine.received.text + theirs.received.text).not.toContain('attention');
    expect(mine.received.text + theirs.received.text).not.toContain(mine.personId);
  });

  test('an anonymous request is refused', async () => {
    expect((await GET(request({}), {})).status).toBe(401);
    expect((await GET(request({ cookie: 'vigil.press=forged' }), {})).status).toBe(401);
  });

  test('events of rolled back transactions and foreign notifications are not sent', async () => {
    const { personId, received, isLive } = await follow();
    await isLive();
    await expect(
      database()
        .execute('select 1/0')
        .then(() => announceChange(database(), { about: 'press', pressId: 'never', personId })),
    ).rejects.toThrow();
    await pool().query(
      `select pg_notify('vigil_changes', 'rubbish'), pg_notify('vigil_changes', '{"about":"x"}')`,
    );
    await announceChange(database(), { about: 'press', pressId: 'last', personId });
    await vi.waitFor(() => expect(received.text).toContain('press:last'), PATIENCE);
    expect(received.text).not.toContain('never');
    expect(received.isOver).toBe(false);
  });
});

describe('a stream', () => {
  test('ends by itself when its token was revoked', async () => {
    const { personId, received, isLive } = await follow();
    await isLive();
    vi.useFakeTimers({ toFake: ['setInterval'] });
    const revoked = await follow({ personId, customerId: 1 });
    await pool().query('update person set press_token_edition = 2 where id = $1', [personId]);
    await vi.advanceTimersByTimeAsync(20_000);
    vi.useRealTimers();
    await vi.waitFor(() => expect(revoked.received.isOver).toBe(true), PATIENCE);
    expect(received.isOver).toBe(false);
  });

  test('of an operator ends at once with its session, and not with another of theirs', async () => {
    const { operatorId } = await testOperator('operator', 'Olga');
    // Their regular looks at the session are never due.
    vi.useFakeTimers({ toFake: ['setInterval'] });
    const [mine, other] = [await followAs(operatorId), await followAs(operatorId)];
    vi.useRealTimers();
    await Promise.all([mine.isLive(), other.isLive()]);
    await transaction((tx) => endSessions(tx, operatorId, mine.sessionId));
    await vi.waitFor(() => expect(mine.received.isOver).toBe(true), PATIENCE);
    expect(other.received.isOver).toBe(false);
  });

  test('too many of one person is refused, until one of theirs ends, and takes none from others', async () => {
    const person = await registerTestPerson();
    const streams = await Promise.all(Array.from({ length: 50 }, () => follow(person)));
    expect(streams.map(({ response }) => response.status)).toEqual(Array(50).fill(200));
    const refused = await GET(request(headersOf(person)), {});
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ code: 'stream.too_many' });
    expect((await follow()).response.status).toBe(200);
    streams[0]?.browser.abort();
    await vi.waitFor(() => expect(streams[0]?.received.isOver).toBe(true), PATIENCE);
    expect((await follow(person)).response.status).toBe(200);
  });

  test('beats while nothing happens', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    const { received } = await follow();
    await vi.advanceTimersByTimeAsync(HEARTBEAT_MS);
    vi.useRealTimers();
    await vi.waitFor(() => expect(received.text).toContain('event: beat'), PATIENCE);
  });

  test('reports that notifications are interrupted when the database closes the connection, and when they are back', async () => {
    const { personId, received, isLive } = await follow();
    await isLive();
    await pool().query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'vigil changes' and datname = current_database()`,
    );
    await vi.waitFor(() => expect(received.text).toMatch(/event: lost[\s\S]*event: live/), PATIENCE);
    await announceChange(database(), { about: 'callout', calloutId: 9, personId });
    await vi.waitFor(() => expect(received.text).toContain('callout:9'), PATIENCE);
  });
});

test('opening and closing 500 streams leaves nothing behind, and needs one connection', async () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const heapBytes = () => {
    collect();
    collect();
    return process.memoryUsage().heapUsed;
  };
  const persons = await Promise.all(Array.from({ length: 10 }, () => registerTestPerson()));
  const openAndClose = async () => {
    const streams: Awaited<ReturnType<typeof follow>>[] = [];
    for (let times = 0; times < 50; times += 1) {
      streams.push(...(await Promise.all(persons.map(follow))));
    }
    await Promise.all(streams.map(({ isLive }) => isLive()));
    expect([listeners(), await lines()]).toEqual([500, 1]);
    for (const { browser } of streams) browser.abort();
    await vi.waitFor(() => expect(streams.every(({ received }) => received.isOver)).toBe(true), PATIENCE);
    browsers.length = 0;
  };
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  await openAndClose();
  const [heapBefore, timersBefore] = [heapBytes(), timers()];
  for (let round = 0; round < 4; round += 1) await openAndClose();
  expect(listeners()).toBe(0);
  expect(timers()).toBeLessThanOrEqual(timersBefore + 2);
  await vi.waitFor(async () => expect(await lines()).toBe(0), PATIENCE);
  const grownBytes = heapBytes() - heapBefore;
  // 2,000 streams of a kilobyte each would be two megabytes.
  expect(grownBytes).toBeLessThan(2_000_000);
});

test('a new stream works after the last one was closed', async () => {
  const first = vi.fn();
  subscribeToChanges(first)();
  const second = vi.fn();
  const leave = subscribeToChanges(second);
  await vi.waitFor(() => expect(second).toHaveBeenCalledWith({ kind: 'listening' }), PATIENCE);
  leave();
  await vi.waitFor(async () => expect(await lines()).toBe(0), PATIENCE);
});
