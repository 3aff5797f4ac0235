import { afterEach, describe, expect, test } from 'vitest';
import { POST } from '#app/api/callouts/[calloutId]/location/route.ts';
import { readStatus } from '#lib/console/callout-page/read-status.ts';
import { pool } from '#lib/db/database.ts';
import { readCallout } from '#lib/following/page/read-callout.ts';
import { operatorActor, personActor, systemActor } from '#lib/identity/actor.ts';
import { signPressToken } from '#lib/identity/press-token.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { forwardPositions } from './forward-positions.ts';

const world = await testWorld();

afterEach(() => world.restoreAura());

const viewer = operatorActor('viewer', 'operator-1', 'Operator');
const HERE = { latitude: -26.1, longitude: 28.05, accuracy: 12 };
const FAR = { latitude: -33.9, longitude: 18.4, accuracy: 12 };
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();

async function openCallout() {
  const { calloutId, personId } = await raiseTestCallout();
  const send = (body: unknown, asPerson = personId) => post(calloutId, asPerson, body);
  const detail = async () => {
    const read = await readStatus(viewer, { calloutId });
    if (!read.ok) throw new Error(read.code);
    return read.value;
  };
  /** As if the last position was sent to AURA long ago. */
  const letTimePass = () =>
    pool().query(`update callout_position set due_at = 'epoch' where callout_id = $1`, [calloutId]);
  return { calloutId, personId, send, detail, letTimePass };
}

async function post(calloutId: number, personId: string, body: unknown): Promise<Response> {
  const token = signPressToken({ personId, customerId: 1, edition: 1, issuedAtMs: Date.now() });
  const request = new Request(`http://localhost/api/callouts/${calloutId}/location`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return POST(request, { params: Promise.resolve({ calloutId: `${calloutId}` }) });
}

async function atAura(calloutId: number): Promise<{ latitude: number; longitude: number }[]> {
  const response = await fetch(`${world.sandbox.url}/sandbox/callouts`);
  // Safe: the sandbox's own form, and a test that reads it wrongly fails.
  const { callouts } = (await response.json()) as { callouts: { id: number; trail: (typeof HERE)[] }[] };
  // The first is the position of the press.
  return callouts.find(({ id }) => id === calloutId)?.trail.slice(1) ?? [];
}

describe('a fix', () => {
  test('is accepted, sent to AURA and shown to both sides', async () => {
    const { calloutId, personId, send, detail } = await openCallout();
    const fixedAt = inMs(-1_000);
    const response = await send({ ...HERE, fixedAt });
    expect([response.status, await response.json()]).toEqual([202, { calloutId, kept: 1 }]);
    expect(await atAura(calloutId)).toMatchObject([{ latitude: -26.1, longitude: 28.05, accuracy: 12 }]);
    const following = { state: 'live', newest: { ...HERE, measuredAt: fixedAt }, atAuraMeasuredAt: fixedAt };
    expect(await detail()).toMatchObject({
      following,
      trail: [{ ...HERE, measuredAt: fixedAt, doubt: null }],
    });
    expect(await readCallout(personActor(personId, '192.0.2.1'), { calloutId })).toMatchObject({
      value: { following },
    });
  });

  test('is sent to AURA at most every five seconds, and then the newest one', async () => {
    const { calloutId, send, letTimePass, detail } = await openCallout();
    for (let step = 0; step < 10; step += 1) {
      const response = await send({ ...HERE, latitude: -26.1 + step / 10_000, fixedAt: inMs(step - 1_000) });
      expect(response.status).toBe(202);
    }
    expect(await atAura(calloutId)).toHaveLength(1);
    expect((await detail()).trail).toHaveLength(10);
    await letTimePass();
    await forwardPositions(systemActor('test'), {});
    await forwardPositions(systemActor('test'), {});
    expect((await atAura(calloutId)).map(({ latitude }) => latitude)).toEqual([-26.1, -26.0991]);
  });

  test('is sent to AURA once by concurrent processes', async () => {
    const { calloutId, send } = await openCallout();
    await Promise.all(
      Array.from({ length: 40 }, (_each, index) => send({ ...HERE, fixedAt: inMs(-40_000 + index * 1_000) })),
    );
    expect(await atAura(calloutId)).toHaveLength(1);
  });

  test('that AURA did not accept is retried by the worker', async () => {
    const { calloutId, send, detail, letTimePass } = await openCallout();
    await world.breakAura('any', 'status');
    expect((await send({ ...HERE, fixedAt: inMs(-1_000) })).status).toBe(202);
    expect((await detail()).following?.atAuraMeasuredAt).toBeNull();
    await world.restoreAura();
    await letTimePass();
    await forwardPositions(systemActor('test'), {});
    expect(await atAura(calloutId)).toHaveLength(1);
    expect((await detail()).following?.atAuraMeasuredAt).not.toBeNull();
  });

  test('for somebody else’s callout, and for none, finds nothing and changes nothing', async () => {
    const [mine, theirs] = [await openCallout(), await openCallout()];
    const fix = { ...HERE, fixedAt: inMs(0) };
    expect((await mine.send(fix, theirs.personId)).status).toBe(404);
    expect((await post(987_654_321, mine.personId, fix)).status).toBe(404);
    expect((await mine.detail()).trail).toEqual([]);
    expect(await atAura(mine.calloutId)).toEqual([]);
  });

  test('without anybody is refused', async () => {
    const { calloutId } = await openCallout();
    const request = new Request('http://localhost/', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...HERE, fixedAt: inMs(0) }),
    });
    const response = await POST(request, { params: Promise.resolve({ calloutId: `${calloutId}` }) });
    expect(response.status).toBe(401);
  });
});

describe('the close', () => {
  test('seen by status 285 closes the callout here, and ends the fixes', async () => {
    const { calloutId, send, detail } = await openCallout();
    for (const step of ['own', 'dispatch', 'arrive', 'complete', 'close']) await world.step(calloutId, step);
    expect((await detail()).stage).toBe('raised');
    const response = await send({ ...HERE, fixedAt: inMs(-1_000) });
    expect(response.status).toBe(410);
    expect(await response.json()).toMatchObject({ code: 'callout.closed' });
    const { stage, closedAt, timeline } = await detail();
    expect([stage, closedAt !== null, timeline.at(-1)?.source]).toEqual(['closed', true, 'device']);
    const calls = await world.callsOf('updateLocationAndRead');
    expect((await send({ ...HERE, fixedAt: inMs(0) })).status).toBe(410);
    expect(await world.callsOf('updateLocationAndRead')).toBe(calls);
  });

  test('is believed also when AURA’s reading has no status', async () => {
    const { calloutId, send, detail } = await openCallout();
    for (const step of ['own', 'dispatch', 'arrive', 'complete', 'close']) await world.step(calloutId, step);
    await world.flip({ nestedStatus: 'absent' });
    expect((await send({ ...HERE, fixedAt: inMs(-1_000) })).status).toBe(410);
    await world.flip({ nestedStatus: 'present' });
    expect((await detail()).stage).toBe('closed');
  });
});

describe('bad input', () => {
  test('500 km in five seconds is stored as doubted, and sent to AURA only when the next fix confirms it', async () => {
    const { calloutId, send, detail, letTimePass } = await openCallout();
    await send({ ...HERE, fixedAt: inMs(-20_000) });
    await letTimePass();
    expect((await send({ ...FAR, fixedAt: inMs(-15_000) })).status).toBe(202);
    expect(await atAura(calloutId)).toHaveLength(1);
    expect((await detail()).trail.map(({ doubt }) => doubt)).toEqual(['jump', null]);
    expect((await detail()).following?.newest).toMatchObject(HERE);
    // A repeat does not confirm itself.
    await send({ fixes: [{ ...FAR, fixedAt: (await detail()).trail[0]?.measuredAt }] });
    expect(await atAura(calloutId)).toHaveLength(1);
    await send({ ...FAR, fixedAt: inMs(-10_000) });
    expect((await atAura(calloutId)).at(-1)).toMatchObject({ latitude: FAR.latitude });
  });

  test('out of order and doubled: the trail is in order, has each once, and AURA never goes back', async () => {
    const { calloutId, send, detail, letTimePass } = await openCallout();
    const ages = [-5_000, -30_000, -10_000, -20_000, -5_000];
    const fixedAts = new Map(ages.map((age) => [age, inMs(age)]));
    for (const age of ages) {
      await send({ ...HERE, latitude: -26.1 + age / 1e9, fixedAt: fixedAts.get(age) });
      await letTimePass();
    }
    const measured = (await detail()).trail.map(({ measuredAt }) => measuredAt);
    expect(measured).toEqual([-5_000, -10_000, -20_000, -30_000].map((age) => fixedAts.get(age)));
    expect(await atAura(calloutId)).toHaveLength(1);
  });

  test('1,000 at once are all kept; the 1,001st of the minute is refused with a code', async () => {
    const { calloutId, send } = await openCallout();
    const many = Array.from({ length: 1_000 }, (_each, index) => ({
      ...HERE,
      fixedAt: inMs(-100_000 + index * 90),
    }));
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_each, batch) =>
        send({ fixes: many.slice(batch * 100, batch * 100 + 100) }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(202));
    const { rows } = await pool().query(
      'select count(*)::int as count from callout_fix where callout_id = $1',
      [calloutId],
    );
    expect(rows).toEqual([{ count: 1_000 }]);
    const refused = await send({ ...HERE, fixedAt: inMs(0) });
    expect([refused.status, (await refused.json()).code]).toEqual([429, 'position.too_many']);
    expect(await atAura(calloutId)).toHaveLength(1);
  });

  test('more than a hundred in one request, and a body that is too large, are refused whole', async () => {
    const { send, detail } = await openCallout();
    const fixes = Array.from({ length: 101 }, (_each, index) => ({ ...HERE, fixedAt: inMs(-index) }));
    expect((await send({ fixes })).status).toBe(400);
    expect((await send({ fixes: Array(1_000).fill(fixes[0]) })).status).toBe(413);
    expect((await detail()).trail).toEqual([]);
  });

  test('a clock that is a year slow is put right; one that says the future counts as now', async () => {
    const { calloutId, send, detail, letTimePass } = await openCallout();
    const YEAR_MS = 365 * 86_400_000;
    await send({ fixes: [{ ...HERE, fixedAt: inMs(-YEAR_MS - 3_000) }], sentAt: inMs(-YEAR_MS) });
    const ageMs = Date.now() - Date.parse((await detail()).following?.newest?.measuredAt ?? '');
    expect(ageMs).toBeGreaterThanOrEqual(3_000);
    expect(ageMs).toBeLessThan(60_000);
    await letTimePass();
    await send({ ...HERE, fixedAt: inMs(YEAR_MS) });
    expect(Date.parse((await detail()).following?.newest?.measuredAt ?? '')).toBeLessThanOrEqual(Date.now());
    await letTimePass();
    // A fix measured later is newer all the same.
    await send({ ...HERE, latitude: -26.1001, fixedAt: inMs(0) });
    expect((await atAura(calloutId)).at(-1)).toMatchObject({ latitude: -26.1001 });
  });

  test('last year without the device’s clock is stored, and not sent as the current position', async () => {
    const { calloutId, send, detail } = await openCallout();
    expect((await send({ ...HERE, fixedAt: inMs(-365 * 86_400_000) })).status).toBe(202);
    expect((await detail()).trail).toMatchObject([{ doubt: 'old' }]);
    expect((await detail()).following?.newest).toBeNull();
    expect(await atAura(calloutId)).toEqual([]);
  });

  test.each([
    [{ accuracy: -1 }, { accuracy: null }],
    [{ accuracy: 0 }, { accuracy: null }],
    [{ accuracy: 'near' }, { accuracy: null }],
    [{ accuracy: null }, { accuracy: null }],
    [{ fixedAt: 'yesterday' }, { accuracy: HERE.accuracy }],
    [{ fixedAt: '1996-01-10T00:00:00Z' }, { accuracy: HERE.accuracy }],
    [{ fixedAt: null }, { accuracy: HERE.accuracy }],
    [{ speed: 'fast', heading: {} }, { accuracy: HERE.accuracy }],
  ])('of a position with %j the usable parts are used, as measured on arrival', async (more, kept) => {
    const { calloutId, send, detail } = await openCallout();
    expect((await send({ ...HERE, fixedAt: inMs(0), ...more })).status).toBe(202);
    const { following } = await detail();
    expect(following?.newest).toMatchObject({ latitude: HERE.latitude, ...kept });
    expect(Date.now() - Date.parse(following?.newest?.measuredAt ?? '')).toBeLessThan(60_000);
    expect((await atAura(calloutId)).at(-1)).toMatchObject({ latitude: HERE.latitude });
  });

  test('one that is no place takes no other with it', async () => {
    const { send, detail } = await openCallout();
    const fixes = [{ ...HERE, latitude: 'x' }, { ...HERE, fixedAt: inMs(0) }, null];
    expect((await send({ fixes, device: {}, sentAt: 'now', paused: 7 })).status).toBe(202);
    expect((await detail()).trail).toMatchObject([HERE]);
  });

  test.each([
    { ...HERE, latitude: 91 },
    { ...HERE, latitude: '1' },
    {},
    [],
    null,
    { fixes: [] },
    { fixes: 'x' },
    { fixes: [], paused: 'tired' },
    { fixes: [{ ...HERE, latitude: 91 }, null, 'here'] },
  ])('%j is refused, and nothing is kept', async (body) => {
    const { send, detail } = await openCallout();
    const fix = typeof body === 'object' && body && 'latitude' in body ? { fixedAt: inMs(0), ...body } : body;
    const response = await send(fix);
    expect([response.status, (await response.json()).code]).toEqual([400, 'input.invalid']);
    expect((await detail()).following).toBeNull();
  });
});
