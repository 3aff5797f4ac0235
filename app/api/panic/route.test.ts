import { beforeEach, describe, expect, test } from 'vitest';
import { POST } from '#app/api/panic/route.ts';
import { pool } from '#lib/db/database.ts';
import { openPlace } from '#lib/db/sealed-place.ts';
import { personActor } from '#lib/identity/actor.ts';
import { signPressToken } from '#lib/identity/press-token.ts';
import { raiseAndTrack } from '#lib/panic/device/raise-and-track.ts';
import { readReceipt } from '#lib/panic/device/read-receipt.ts';
import { sendNow } from '#lib/panic/device/send-now.ts';
import { droppedPartCounts } from '#lib/platform/dropped-parts.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';

const world = await testWorld();

const FORM = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };

let thandi: TestPerson;

beforeEach(async () => {
  thandi = await registerTestPerson();
});

function newForm(more: Record<string, string> = {}): URLSearchParams {
  const { pressId, pressedAt, location } = newTestPress();
  const { personId, customerId } = thandi;
  const pressToken = signPressToken({ personId, customerId, edition: 1, issuedAtMs: Date.now() });
  const fix = Object.entries(location).map(([name, value]) => [name, String(value)]);
  return new URLSearchParams({ pressId, pressedAt, pressToken, ...Object.fromEntries(fix), ...more });
}

const send = (form: URLSearchParams, headers: Record<string, string> = {}) =>
  POST(
    new Request('http://localhost:3000/api/panic', {
      method: 'POST',
      headers: { host: 'localhost:3000', ...FORM, ...headers },
      body: form,
    }),
    { params: Promise.resolve({}) },
  );

const leadsTo = async (response: Promise<Response>) => (await response).headers.get('location');

const sendJson = (press: object) =>
  POST(
    new Request('http://localhost:3000/api/panic', {
      method: 'POST',
      headers: { host: 'localhost:3000', 'content-type': 'application/json' },
      body: JSON.stringify({ pressToken: newForm().get('pressToken'), ...press }),
    }),
    { params: Promise.resolve({}) },
  );
const storedPress = async (pressId: string | null) =>
  (await pool().query('select * from press where id = $1', [pressId])).rows[0];

describe('rubbish in an optional part', () => {
  const HERE = { latitude: -26.1, longitude: 28.05, accuracy: 12, source: 'live' };
  test.each([
    ['an accuracy below zero', { location: { ...HERE, accuracy: -1 } }],
    ['no accuracy', { location: { latitude: -26.1, longitude: 28.05 } }],
    ['a stamp from 1970', { location: { ...HERE, fixedAt: '1970-01-10T00:00:00Z' } }],
    ['a stamp of 31 years ago', { location: { ...HERE, fixedAt: '1995-11-23T10:00:00Z' } }],
    ['a stamp to come', { location: { ...HERE, fixedAt: '2999-01-01T00:00:00Z' } }],
    ['a source that is none', { location: { ...HERE, source: { a: 1 } } }],
    ['a time that is none', { pressedAt: 'a moment ago', sentAt: [], location: HERE }],
    ['a kind that is none', { kind: 'drill', location: HERE }],
    ['a kind that looks like a test', { kind: 'TEST', location: HERE }],
  ])('such as %s refuses no press and makes no test of it', async (_what, more) => {
    const { pressId, pressedAt } = newTestPress({ pressedAt: new Date().toISOString() });
    expect((await sendJson({ pressId, pressedAt, ...more })).status).toBe(201);
    const stored = await storedPress(pressId);
    expect(stored).toMatchObject({ kind: 'real' });
    expect(openPlace(stored.place)).toMatchObject({ latitude: -26.1 });
    expect(Math.abs(Date.now() - stored.measured_at.getTime())).toBeLessThan(60_000);
  });

  test.each([
    ['NaN', { location: { ...HERE, latitude: null } }],
    ['out of range', { location: { ...HERE, longitude: 181 } }],
    ['no object', { location: 'here' }],
  ])('such as a position that is %s lets the press go on without one', async (_what, more) => {
    const { pressId, pressedAt } = newTestPress();
    expect((await sendJson({ pressId, pressedAt, ...more })).status).toBe(202);
    expect(await storedPress(pressId)).toMatchObject({ state: 'recorded', last_problem: 'no_location' });
  });

  test('in a form refuses none either', async () => {
    const form = newForm({ accuracy: 'about ten', fixedAt: 'noon', source: '', kind: 'drill', sentAt: '-' });
    expect(await leadsTo(send(form))).toMatch(/^\/callouts\/\d+$/);
    expect(await storedPress(form.get('pressId'))).toMatchObject({ kind: 'real', accuracy_m: null });
  });
});

describe('a grace', () => {
  test('is answered as held, with the moment when the press is sent', async () => {
    const { pressId, ...press } = newTestPress({ graceSeconds: 30 });
    const answer = await sendJson({ pressId, ...press });
    expect(answer.status).toBe(202);
    const { sends_at } = await storedPress(pressId);
    expect(await answer.json()).toEqual({ pressId, state: 'held', sendsAt: sends_at.toISOString() });
    expect(await world.calloutsOf(thandi.customerId)).toEqual([]);
  });

  test.each([-1, 31, '3', null, 2.5, {}])('of %j refuses no press: it goes at once', async (graceSeconds) => {
    const before = droppedGraces();
    expect((await sendJson(newTestPress({ graceSeconds }))).status).toBe(201);
    expect(droppedGraces()).toBe(before + 1);
  });

  test('is none for a plain form, which has no way to cancel', async () => {
    expect(await leadsTo(send(newForm({ graceSeconds: '30' })))).toMatch(/^\/callouts\/\d+$/);
  });
});

const droppedGraces = () => droppedPartCounts().find(({ part }) => part === 'grace')?.times ?? 0;

describe('a plain form', () => {
  test('leads to the callout, and so does its double tap', async () => {
    const form = newForm();
    const there = await leadsTo(send(form));
    expect(there).toMatch(/^\/callouts\/\d+$/);
    expect(await leadsTo(send(form))).toBe(there);
  });

  test('that is sent again later leads to what became of it and a new button: nothing new was pressed', async () => {
    const form = newForm();
    await send(form);
    const pressId = form.get('pressId');
    await pool().query(`update press set settled_at = now() - interval '1 minute' where id = $1`, [pressId]);
    expect(await leadsTo(send(form))).toBe(`/panic?press=${pressId}`);
  });

  test('of a press that was taken back leads to the words for that, not to the callout that was called off', async () => {
    const form = newForm();
    await send(form);
    const pressId = form.get('pressId');
    await pool().query(`update press set state = 'withdrawn', settled_at = now() where id = $1`, [pressId]);
    expect(await leadsTo(send(form))).toBe(`/panic?press=${pressId}`);
  });

  test('may say when it was sent, which puts the time of its position right', async () => {
    const form = newForm({ pressedAt: '2031-01-01T00:00:00Z', fixedAt: '2031-01-01T00:00:00Z' });
    form.set('sentAt', '2031-01-01T00:08:00Z');
    await send(form);
    const { rows } = await pool().query(
      'select round(extract(epoch from received_at - measured_at)) as age from press where id = $1',
      [form.get('pressId')],
    );
    expect(rows).toEqual([{ age: '480' }]);
  });

  test.each([
    ['from another site', { origin: 'https://elsewhere.example' }],
    ['from a sibling site, by a browser that says no more', { 'sec-fetch-site': 'same-site' }],
  ])('%s is refused on the page with the numbers to call, and written down', async (_from, headers) => {
    const before = await forgeries();
    expect(await leadsTo(send(newForm(), headers))).toBe('/offline?code=request.cross_site');
    expect(await forgeries()).toBe(before + 1);
    expect(await world.calloutsOf(thandi.customerId)).toEqual([]);
  });
});

async function forgeries(): Promise<number> {
  const { rows } = await pool().query(
    `select from audit_entry where action = 'press.forge' and detail = 'cross-site'`,
  );
  return rows.length;
}

describe('while the whole tab goes to AURA', () => {
  beforeEach(() => testEnv({ TRACKING_MODE: 'redirect' }));

  test('a plain form is led to AURA’s page', async () => {
    expect(await leadsTo(send(newForm()))).toMatch(/\/track\?/);
  });

  test('a program and the action of the page are given the same address', async () => {
    const press = newTestPress();
    const { personId, customerId } = thandi;
    const pressToken = signPressToken({ personId, customerId, edition: 1, issuedAtMs: Date.now() });
    const request = new Request('http://localhost:3000/api/panic', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...press, pressToken }),
    });
    const posted = await (await POST(request, { params: Promise.resolve({}) })).json();
    expect(posted).toMatchObject({ state: 'delivered', trackingUrl: expect.stringContaining('/track?') });
    const raised = await raiseAndTrack(personActor(personId, '192.0.2.1', customerId), press);
    expect(raised).toMatchObject({ ok: true, value: { trackingUrl: posted.trackingUrl } });
  });

  test('so are the release of a held press and the receipt that is read after it', async () => {
    const { personId, customerId } = thandi;
    const actor = personActor(personId, '192.0.2.1', customerId);
    const press = newTestPress({ graceSeconds: 30 });
    expect(await raiseAndTrack(actor, press)).toMatchObject({ value: { receipt: { state: 'held' } } });
    const toAura = { value: { state: 'delivered', trackingUrl: expect.stringContaining('/track?') } };
    expect(await sendNow(actor, { pressId: press.pressId })).toMatchObject(toAura);
    expect(await readReceipt(actor, { pressId: press.pressId })).toMatchObject(toAura);
  });

  test('a form that is sent again later still leads to what became of it', async () => {
    const form = newForm();
    await send(form);
    const pressId = form.get('pressId');
    await pool().query(`update press set settled_at = now() - interval '1 minute' where id = $1`, [pressId]);
    expect(await leadsTo(send(form))).toBe(`/panic?press=${pressId}`);
  });
});
