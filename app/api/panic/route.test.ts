import { beforeEach, describe, expect, test } from 'vitest';
import { POST } from '#app/api/panic/route.ts';
import { pool } from '#lib/db/database.ts';
import { raiseAndTrack } from '#lib/following/page/raise-and-track.ts';
import { personActor } from '#lib/identity/actor.ts';
import { signPressToken } from '#lib/identity/press-token.ts';
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

  test('a form that is sent again later still leads to what became of it', async () => {
    const form = newForm();
    await send(form);
    const pressId = form.get('pressId');
    await pool().query(`update press set settled_at = now() - interval '1 minute' where id = $1`, [pressId]);
    expect(await leadsTo(send(form))).toBe(`/panic?press=${pressId}`);
  });
});
