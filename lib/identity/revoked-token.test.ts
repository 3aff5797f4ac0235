import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { POST as cancel } from '#app/api/callouts/[calloutId]/cancel/route.ts';
import { POST as move } from '#app/api/callouts/[calloutId]/location/route.ts';
import * as messages from '#app/api/callouts/[calloutId]/messages/route.ts';
import { GET as outcome } from '#app/api/callouts/[calloutId]/outcome/route.ts';
import { GET as read } from '#app/api/callouts/[calloutId]/route.ts';
import * as share from '#app/api/callouts/[calloutId]/share/route.ts';
import { GET as changes } from '#app/api/changes/route.ts';
import { GET as receipt } from '#app/api/panic/[pressId]/route.ts';
import { POST as send } from '#app/api/panic/[pressId]/send/route.ts';
import { POST as withdraw } from '#app/api/panic/[pressId]/withdraw/route.ts';
import { POST as raise } from '#app/api/panic/route.ts';
import { readProfile } from '#lib/customers/registration/read-profile.ts';
import { revokePressTokens } from '#lib/customers/registration/revoke-press-tokens.ts';
import { pool } from '#lib/db/database.ts';
import { ok } from '#lib/errors/result.ts';
import { personActor } from '#lib/identity/actor.ts';
import { PRESS_COOKIE } from '#lib/identity/cookie-names.ts';
import { permissions } from '#lib/identity/permissions.ts';
import { signPressToken } from '#lib/identity/press-token.ts';
import { followEditions, knownStanding } from '#lib/identity/press-token-editions.ts';
import { authenticatePress, pressTokenFor } from '#lib/identity/presser.ts';
import { verb } from '#lib/identity/verb.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { testSignIn } from '#lib/testing/test-browser.ts';
import { raiseTestCallout, registerTestPerson } from '#lib/testing/test-callout.ts';
import { testOutage } from '#lib/testing/test-outage.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'vigil-journal-'));
const world = await testWorld({ VIGIL_DATA_DIR: dataDir });

// A token that was revoked, in the hands of somebody who keeps the database busy or waits until it is away.

const outage = testOutage(world.databaseUrl);
const SHARED_FEED = Symbol.for('vigil.change-feed');
const EDITIONS = Symbol.for('vigil.press-token-editions');

type Owner = { personId: string; customerId: number; calloutId: number };

async function owner(): Promise<Owner> {
  const { personId, calloutId } = await raiseTestCallout();
  const { rows } = await pool().query('select aura_customer_id as id from person where id = $1', [personId]);
  return { personId, calloutId, customerId: Number(rows[0].id) };
}

const tokenOf = ({ personId, customerId }: Pick<Owner, 'personId' | 'customerId'>) =>
  signPressToken({ personId, customerId, edition: 1, issuedAtMs: Date.now() });

async function revoke({ personId }: Pick<Owner, 'personId'>) {
  const revoked = await revokePressTokens(personActor(personId, '192.0.2.1'), {});
  expect(revoked.ok).toBe(true);
}

function request(token: string, method = 'GET', body?: unknown): Request {
  return new Request('http://localhost/', {
    method,
    headers: {
      cookie: `${PRESS_COOKIE}=${token}`,
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** Every way in that a press token opens, but raising a press. */
function waysIn(token: string, { calloutId }: Owner, pressId: string = newTestPress().pressId) {
  const ofPress = { params: Promise.resolve({ pressId }) };
  const ofCallout = { params: Promise.resolve({ calloutId: String(calloutId) }) };
  const fix = { latitude: 1, longitude: 1, accuracy: 1, fixedAt: new Date().toISOString() };
  return {
    receipt: () => receipt(request(token), ofPress),
    'send now': () => send(request(token, 'POST'), ofPress),
    'take back': () => withdraw(request(token, 'POST'), ofPress),
    'read the callout': () => read(request(token), ofCallout),
    cancel: () => cancel(request(token, 'POST', {}), ofCallout),
    'send a position': () => move(request(token, 'POST', fix), ofCallout),
    'count links': () => share.GET(request(token), ofCallout),
    'make a link': () => share.POST(request(token, 'POST'), ofCallout),
    'end links': () => share.DELETE(request(token, 'DELETE'), ofCallout),
    'read messages': () => messages.GET(request(token), ofCallout),
    'write a message': () =>
      messages.POST(request(token, 'POST', { id: newTestPress().pressId, text: 'x' }), ofCallout),
    'read the end': () => outcome(request(token), ofCallout),
    'follow changes': () => changes(request(token), {}),
  };
}

async function statuses(token: string, of: Owner, pressId?: string) {
  const asked = Object.entries(waysIn(token, of, pressId)).map(
    async ([name, ask]) => [name, (await ask()).status] as const,
  );
  return Object.fromEntries(await Promise.all(asked));
}

const raiseBy = (token: string) =>
  raise(request(token, 'POST', newTestPress()), { params: Promise.resolve({}) });
const isComplete = () =>
  vi.waitFor(() => expect(knownStanding({ personId: 'x', edition: 1 })).toBe('good'), { timeout: 20_000 });
const isIncomplete = () =>
  vi.waitFor(() => expect(knownStanding({ personId: 'x', edition: 1 })).toBe('unknown'), { timeout: 20_000 });

/** Like a new process without notifications. */
function forget() {
  const editions: unknown = Reflect.get(globalThis, EDITIONS);
  Object.assign(editions ?? {}, { revoked: new Map(), isComplete: false });
}

beforeAll(async () => {
  followEditions();
  await isComplete();
});
afterEach(async () => {
  await outage.end();
  await isComplete();
});
afterAll(async () => {
  const feed: unknown = Reflect.get(globalThis, SHARED_FEED);
  if (typeof feed === 'object' && feed && 'stop' in feed && feed.stop instanceof AbortController)
    feed.stop.abort();
  rmSync(dataDir, { recursive: true });
});

describe('a revoked token', () => {
  test('authorises nothing while the database is too slow, however often it is sent', async () => {
    const thandi = await owner();
    await revoke(thandi);
    const slow = new Client({ connectionString: world.databaseUrl });
    await slow.connect();
    onTestFinished(() => slow.end());
    await slow.query('begin; lock table person in access exclusive mode');
    for (const round of [1, 2, 3]) {
      const answers = await statuses(tokenOf(thandi), thandi);
      expect(
        Object.entries(answers).filter(([, status]) => status < 400),
        `round ${round}`,
      ).toEqual([]);
      expect((await raiseBy(tokenOf(thandi))).status).toBe(403);
    }
  });

  test('authorises nothing while the database is unavailable', async () => {
    const thandi = await owner();
    await revoke(thandi);
    await outage.begin();
    await isIncomplete();
    const answers = await statuses(tokenOf(thandi), thandi);
    expect(Object.entries(answers).filter(([, status]) => status < 400)).toEqual([]);
    expect((await raiseBy(tokenOf(thandi))).status).toBe(403);
  });

  test('is known to other processes by notification', async () => {
    const thandi = await registerTestPerson();
    const known = () => knownStanding({ personId: thandi.personId, edition: 1 });
    expect(known()).toBe('good');
    await pool().query(`select pg_notify('vigil_changes', $1)`, [
      JSON.stringify({ about: 'press_token', personId: thandi.personId, edition: 2 }),
    ]);
    await eventually(() => expect(known()).toBe('revoked'));
    expect(knownStanding({ personId: thandi.personId, edition: 2 })).toBe('good');
  });
});

describe('a revoked device', () => {
  const standing = ({ personId }: Owner, deviceId: string) =>
    knownStanding({ personId, edition: 1, deviceId });

  test('is known to other processes by notification, and presses no more', async () => {
    const thandi = await owner();
    const { deviceId, token } = await testSignIn(thandi.personId);
    expect(standing(thandi, deviceId)).toBe('good');
    expect(await authenticatePress(token)).toMatchObject({ ok: true });
    await pool().query(`select pg_notify('vigil_changes', $1)`, [
      JSON.stringify({ about: 'device', personId: thandi.personId, deviceId }),
    ]);
    await eventually(() => expect(standing(thandi, deviceId)).toBe('revoked'));
    expect(await authenticatePress(token)).toEqual({ ok: false, code: 'press.token_revoked' });
    expect(standing(thandi, crypto.randomUUID())).toBe('good');
  });

  test('is read by a process that begins later, or could not listen', async () => {
    const thandi = await owner();
    const { deviceId, token } = await testSignIn(thandi.personId);
    await pool().query('update device set revoked_at = now() where id = $1', [deviceId]);
    await outage.begin();
    await isIncomplete();
    await outage.end();
    await isComplete();
    expect(standing(thandi, deviceId)).toBe('revoked');
    // Known once, it is refused also while the database is away.
    await outage.begin();
    await isIncomplete();
    expect(await authenticatePress(token)).toEqual({ ok: false, code: 'press.token_revoked' });
  });
});

describe('while the revocation status is unknown', () => {
  test('a press is raised by it, its receipt read, and nothing else is done', async () => {
    const thandi = await owner();
    await outage.begin();
    await isIncomplete();
    forget();
    const token = tokenOf(thandi);
    const raised = await raiseBy(token);
    expect(raised.status).toBe(201);
    const { pressId } = await raised.json();
    const {
      receipt: ofIt,
      'take back': takeBack,
      'send now': sendNow,
      ...others
    } = await statuses(token, thandi, pressId);
    expect(ofIt).toBe(200);
    expect(takeBack).toBe(409);
    expect(sendNow).toBe(200);
    expect(Object.values(others).every((status) => status >= 500)).toBe(true);
  });

  test('the page gets the token that it came with, and no newer one', async () => {
    const thandi = await owner();
    const headers = request(tokenOf(thandi)).headers;
    const unchecked = personActor(thandi.personId, '192.0.2.1', thandi.customerId, 1);
    expect(headers.get('cookie')).toBe(`${PRESS_COOKIE}=${await pressTokenFor(unchecked, headers)}`);
  });

  test('what the database has is not given, even when it answers meanwhile', async () => {
    const thandi = await owner();
    const unchecked = personActor(thandi.personId, '192.0.2.1', thandi.customerId, 1);
    expect(await readProfile(unchecked, {})).toEqual({ ok: false, code: 'server.unavailable' });
    for (const permission of Object.keys(permissions) as (keyof typeof permissions)[]) {
      // safe: its own keys
      const allowed: readonly string[] = permissions[permission];
      if (!allowed.includes('person')) continue;
      const isOpen = (await verb(permission, z.object({}), async () => ok(null))(unchecked, {})).ok;
      const mayRun = ['press.raise', 'press.read_receipt', 'press.withdraw', 'press.send'].includes(
        permission,
      );
      expect([permission, isOpen]).toEqual([permission, mayRun]);
    }
  });

  test('a valid token works once the database answers', async () => {
    const thandi = await owner();
    await outage.begin();
    await isIncomplete();
    await outage.end();
    expect(await authenticatePress(request(tokenOf(thandi)).headers)).toMatchObject({
      value: { uncheckedEdition: null },
    });
  });
});
