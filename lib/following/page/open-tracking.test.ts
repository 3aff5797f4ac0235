import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { personActor } from '#lib/identity/actor.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';

const world = await testWorld({ TRACKING_MODE: 'auto' });
const { openTracking } = await import('./open-tracking.ts');
const { pool } = await import('#lib/db/database.ts');

afterAll(async () => {
  await pool().end();
  await world.close();
});

const FRAME_ANSWERS = Symbol.for('vigil.frame-answers');

afterEach(async () => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(globalThis, FRAME_ANSWERS);
  await world.flip({ trackingFrame: 'allowed', trackingUrl: 'good' });
});

async function open(load = openTracking) {
  const { calloutId, personId, trackingUrl } = await raiseTestCallout();
  const opened = await load(personActor(personId, '192.0.2.1'), { calloutId });
  return { opened, trackingUrl };
}

/** The verb as an instance runs it that was started in another mode. */
async function inMode(mode: string): Promise<typeof openTracking> {
  vi.stubEnv('TRACKING_MODE', mode);
  vi.resetModules();
  const loaded = await import('./open-tracking.ts');
  return loaded.openTracking;
}

describe('with TRACKING_MODE', () => {
  test.each([
    ['auto', 'allowed', 'frame'],
    ['auto', 'refused', 'link'],
    ['embed', 'refused', 'frame'],
    ['redirect', 'allowed', 'redirect'],
  ])('%s, and framing %s, the page is shown as a %s', async (mode, trackingFrame, as) => {
    await world.flip({ trackingFrame });
    const { opened, trackingUrl } = await open(await inMode(mode));
    expect(opened).toEqual({ ok: true, value: { url: trackingUrl, as, mayLocate: false } });
  });
});

test('whether a page may be framed is asked once for all callouts, and no answer is not remembered', async () => {
  const { opened } = await open();
  expect(opened).toMatchObject({ value: { as: 'frame' } });
  await world.flip({ trackingFrame: 'refused' });
  expect((await open()).opened).toMatchObject({ value: { as: 'frame' } });
  Reflect.deleteProperty(globalThis, FRAME_ANSWERS);
  expect((await open()).opened).toMatchObject({ value: { as: 'link' } });
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
  vi.stubEnv('TRACKING_HOSTS', '*.aura.services');
  vi.resetModules();
  const { openTracking: later } = await import('./open-tracking.ts');
  expect(await later(personActor(personId, '192.0.2.1'), { calloutId })).toEqual({ ok: true, value: null });
  vi.stubEnv('TRACKING_HOSTS', undefined);
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
