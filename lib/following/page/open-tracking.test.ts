import { afterEach, describe, expect, test, vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { personActor } from '#lib/identity/actor.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { openTracking } from './open-tracking.ts';

const world = await testWorld({ TRACKING_MODE: 'auto' });

const FRAME_ANSWERS = Symbol.for('vigil.frame-answers');

afterEach(async () => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(globalThis, FRAME_ANSWERS);
  await world.flip({ trackingFrame: 'allowed', trackingUrl: 'good' });
});

async function open() {
  const { calloutId, personId, trackingUrl } = await raiseTestCallout();
  const opened = await openTracking(personActor(personId, '192.0.2.1'), { calloutId });
  return { opened, trackingUrl };
}

describe('with TRACKING_MODE', () => {
  test.each([
    ['auto', 'allowed', 'frame'],
    ['auto', 'refused', 'link'],
    ['embed', 'refused', 'frame'],
    ['redirect', 'allowed', 'redirect'],
  ])('%s, and framing %s, the page is shown as a %s', async (mode, trackingFrame, as) => {
    await world.flip({ trackingFrame });
    testEnv({ TRACKING_MODE: mode });
    const { opened, trackingUrl } = await open();
    expect(opened).toEqual({ ok: true, value: { url: trackingUrl, as, mayLocate: false } });
  });
});

test('the framing check is cached for all callouts', async () => {
  const { opened } = await open();
  expect(opened).toMatchObject({ value: { as: 'frame' } });
  await world.flip({ trackingFrame: 'refused' });
  expect((await open()).opened).toMatchObject({ value: { as: 'frame' } });
  Reflect.deleteProperty(globalThis, FRAME_ANSWERS);
  expect((await open()).opened).toMatchObject({ value: { as: 'link' } });
});

test('a check that fails decides nothing: the answer before it stands, and without one it is the link for a while', async () => {
  const { calloutId, personId } = await raiseTestCallout();
  const ask = (isFresh: boolean) => openTracking(personActor(personId, '192.0.2.1'), { calloutId, isFresh });
  let passedMs = 0;
  const realNow = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => realNow() + passedMs);
  const fail = () => vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')));

  fail();
  expect(await ask(false)).toMatchObject({ value: { as: 'link' } });
  vi.unstubAllGlobals();
  expect(await ask(false)).toMatchObject({ value: { as: 'link' } });
  passedMs += 11_000;
  expect(await ask(false)).toMatchObject({ value: { as: 'frame' } });

  passedMs += 1_500;
  fail();
  expect(await ask(true)).toMatchObject({ value: { as: 'frame' } });
  vi.restoreAllMocks();
});

test('a loaded frame forces a new check, and concurrent ones share it', async () => {
  const { calloutId, personId } = await raiseTestCallout();
  const me = personActor(personId, '192.0.2.1');
  const ask = (isFresh: boolean) => openTracking(me, { calloutId, isFresh });
  expect(await ask(false)).toMatchObject({ value: { as: 'frame' } });
  await world.flip({ trackingFrame: 'refused' });
  const realNow = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => realNow() + 1_500);
  expect(await ask(false)).toMatchObject({ value: { as: 'frame' } });
  for (const asked of await Promise.all([ask(true), ask(true)])) {
    expect(asked).toMatchObject({ value: { as: 'link' } });
  }
  expect(await ask(false)).toMatchObject({ value: { as: 'link' } });
  vi.restoreAllMocks();
});

test.each(['absent', 'not_https', 'foreign'])(
  'a tracking address that is %s opens nothing, and the callout stands',
  async (trackingUrl) => {
    await world.flip({ trackingUrl });
    expect((await open()).opened).toEqual({ ok: true, value: null });
  },
);

test('an address that was kept while its host was allowed opens nothing once it is not', async () => {
  const { calloutId, personId } = await raiseTestCallout();
  testEnv({ TRACKING_HOSTS: '*.aura.services' });
  expect(await openTracking(personActor(personId, '192.0.2.1'), { calloutId })).toEqual({
    ok: true,
    value: null,
  });
});

test('no table holds a tracking address in plain text', async () => {
  const { trackingUrl } = await open();
  const token = new URL(trackingUrl ?? '').searchParams.get('sessionToken') ?? '';
  expect(token.length).toBeGreaterThan(20);
  const { rows: tables } = await pool().query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  expect(tables.length).toBeGreaterThan(8);
  for (const { name } of tables) {
    const { rows } = await pool().query<{ text: string }>(`select t::text as text from ${name} t`);
    const dump = rows.map(({ text }) => text).join('\n');
    expect(dump, name).not.toContain(token);
    expect(dump, name).not.toContain('sessionToken');
  }
});
