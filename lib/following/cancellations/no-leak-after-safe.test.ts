import { afterEach, describe, expect, test } from 'vitest';
import { POST as raise } from '#app/api/panic/route.ts';
import { refreshCallout } from '#lib/callouts/refresh-callout.ts';
import { pool } from '#lib/db/database.ts';
import { readMessages } from '#lib/following/messages/read-messages.ts';
import { applyMessages } from '#lib/following/messages/store.ts';
import { followChanges } from '#lib/following/page/follow-changes.ts';
import { listOwnOpen } from '#lib/following/page/list-own-open.ts';
import { operatorActor, personActor, systemActor } from '#lib/identity/actor.ts';
import { PRESS_COOKIE } from '#lib/identity/cookie-names.ts';
import { signPressToken } from '#lib/identity/press-token.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { readReceipt } from '#lib/panic/device/read-receipt.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { statementsOf } from '#lib/testing/plans.ts';
import { raiseTestCallout, type TestCallout } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { cancelCallout } from './cancel-callout.ts';
import { readCancellations } from './read-cancellations.ts';
import { saidSafeSince } from './said-safe.ts';

// After *I am safe* nothing that the person's device can read or receive reveals whether the code was right.

const world = await testWorld();

afterEach(async () => {
  await world.flip({ wrongSafeCode: 'refused', cancelledCallout: 'stays_active' });
});

const operator = operatorActor('operator', 'operator-1', 'Olga');
const meOf = (mine: TestCallout) => personActor(mine.personId, '192.0.2.1');
const rightCode = (mine: TestCallout) => mine.mobile.slice(-4);
const wrongCode = (mine: TestCallout) => `${(Number(rightCode(mine)) + 1) % 10_000}`.padStart(4, '0');

const TAKEN_AT = {
  ...{ latitude: -26.1, longitude: 28.05, accuracy: 10 },
  ...{ fixedAt: new Date().toISOString(), source: 'live' },
};

async function raiseByRoute({ personId }: TestCallout, press: unknown): Promise<Response> {
  const { rows } = await pool().query('select aura_customer_id as id from person where id = $1', [personId]);
  const claims = { personId, customerId: Number(rows[0].id), edition: 1, issuedAtMs: Date.now() };
  const headers = {
    cookie: `${PRESS_COOKIE}=${signPressToken(claims)}`,
    'content-type': 'application/json',
  };
  const request = new Request('http://localhost/', { method: 'POST', headers, body: JSON.stringify(press) });
  return raise(request, { params: Promise.resolve({}) });
}

async function listen(actor: Parameters<typeof followChanges>[0]) {
  const followed = await followChanges(actor, {});
  if (!followed.ok) throw new Error(followed.code);
  const heard: string[] = [];
  const leave = followed.value.subscribe((news) =>
    heard.push(news.kind === 'change' ? news.topic : news.kind),
  );
  await eventually(() => expect(heard).toContain('live'));
  return { heard, leave };
}

/** Says *I am safe*, lets AURA continue, and returns what was received meanwhile. */
async function heardAfter(codeOf: (mine: TestCallout) => string) {
  const mine = await raiseTestCallout();
  const [own, all] = [await listen(meOf(mine)), await listen(operator)];
  await cancelCallout(meOf(mine), { calloutId: mine.calloutId, safeCode: codeOf(mine) });
  await eventually(async () => {
    const read = await readCancellations(operator, { calloutId: mine.calloutId });
    expect(read).toMatchObject({
      value: { cancellations: [{ state: expect.not.stringMatching('waiting') }] },
    });
  });
  // The response continues only where AURA did not stop it.
  if (codeOf === wrongCode) await world.step(mine.calloutId, 'own');
  await refreshCallout(systemActor('test'), { calloutId: mine.calloutId, source: 'poll' });
  await eventually(() => expect(all.heard).toContain(`callout:${mine.calloutId}`));
  own.leave();
  all.leave();
  return { mine, heard: own.heard };
}

test('the person’s stream is the same after a wrong code as after a right one', async () => {
  const [right, wrong] = [await heardAfter(rightCode), await heardAfter(wrongCode)];
  expect(right.heard).toEqual(['live']);
  expect(wrong.heard).toEqual(['live']);
});

test('the close is still sent', async () => {
  const mine = await raiseTestCallout();
  await cancelCallout(meOf(mine), { calloutId: mine.calloutId, safeCode: wrongCode(mine) });
  const { heard, leave } = await listen(meOf(mine));
  for (const step of ['own', 'dispatch', 'arrive', 'complete', 'close'])
    await world.step(mine.calloutId, step);
  await refreshCallout(systemActor('test'), { calloutId: mine.calloutId, source: 'poll' });
  await eventually(() => expect(heard).toContain(`callout:${mine.calloutId}`));
  leave();
});

describe('a further press, until the callout has closed', () => {
  const press = { pressedAt: new Date().toISOString(), location: TAKEN_AT };

  /** What the device is told of a press: by the answer, then by its receipt, its list and its stream. */
  async function toldAfter(codeOf: (mine: TestCallout) => string) {
    const { mine } = await heardAfter(codeOf);
    const { heard, leave } = await listen(meOf(mine));
    const pressId = crypto.randomUUID();
    const response = await raiseByRoute(mine, { ...press, pressId });
    const answered = { status: response.status, body: await response.json() };
    const read = await readReceipt(meOf(mine), { pressId });
    if (!read.ok) throw new Error(read.code);
    const { receivedAt: _, asOf: __, ...receipt } = read.value;
    const repeat = await raisePress(meOf(mine), { ...press, pressId });
    const open = await listOwnOpen(meOf(mine), {});
    leave();
    const state = repeat.ok && repeat.value.receipt.state;
    return { mine, pressId, told: { answered, receipt, state, open, heard } };
  }

  const anonymous = ({ pressId, told }: Awaited<ReturnType<typeof toldAfter>>) =>
    JSON.parse(JSON.stringify(told).replaceAll(pressId, '#'));

  test.each(['stays_active', 'ends'])(
    'is answered the same after a right and a wrong code (a cancelled callout %s)',
    async (cancelledCallout) => {
      await world.flip({ cancelledCallout });
      const [right, wrong] = [await toldAfter(rightCode), await toldAfter(wrongCode)];
      expect(anonymous(right)).toEqual(anonymous(wrong));
      expect(wrong.told).toMatchObject({
        answered: { status: 202, body: { state: 'recorded' } },
        receipt: { state: 'recorded', calloutId: null, problem: null },
        state: 'recorded',
        open: { value: { callouts: [] } },
        heard: ['live'],
      });
      // It is with AURA all the same, where AURA has a callout.
      const { rows } = await pool().query('select state from press where id = $1', [wrong.pressId]);
      expect(rows).toEqual([{ state: 'delivered' }]);
    },
  );

  test('is told truly once that callout has closed', async () => {
    const { mine, pressId } = await toldAfter(wrongCode);
    await pool().query('update callout set closed_at = now() where id = $1', [mine.calloutId]);
    expect(await readReceipt(meOf(mine), { pressId })).toMatchObject({
      value: { state: 'delivered', calloutId: mine.calloutId },
    });
  });

  test('does not hide one that was made before it', async () => {
    const mine = await raiseTestCallout();
    const raised = await raisePress(meOf(mine), { ...press, pressId: crypto.randomUUID() });
    if (!raised.ok) throw new Error(raised.code);
    const { pressId } = raised.value.receipt;
    await cancelCallout(meOf(mine), { calloutId: mine.calloutId, safeCode: wrongCode(mine) });
    expect(await readReceipt(meOf(mine), { pressId })).toMatchObject({ value: { state: 'delivered' } });
  });

  test('of somebody who never said that they are safe costs no query for it', async () => {
    const mine = await raiseTestCallout();
    Object.assign(Reflect.get(globalThis, Symbol.for('vigil.said-safe')) ?? {}, { isComplete: true });
    expect(await statementsOf(() => saidSafeSince(mine.personId))).toEqual([]);
    await cancelCallout(meOf(mine), { calloutId: mine.calloutId, safeCode: wrongCode(mine) });
    expect(await saidSafeSince(mine.personId)).toEqual(expect.any(Date));
  });
});

test('what AURA writes in the person’s name afterwards is not shown to them', async () => {
  const mine = await raiseTestCallout();
  await cancelCallout(meOf(mine), { calloutId: mine.calloutId, safeCode: rightCode(mine) });
  const at = new Date(Date.now() + 1_000);
  const said = { saidAt: null, isFromCustomer: true, isSaidByCustomer: true };
  await applyMessages(mine.calloutId, [{ eventId: 1, text: 'Cancelled by the customer', ...said }], {
    askedAt: at,
    at,
  });
  expect(await readMessages(meOf(mine), { calloutId: mine.calloutId })).toMatchObject({
    value: { messages: [] },
  });
  expect(await readMessages(operator, { calloutId: mine.calloutId })).toMatchObject({
    value: { messages: [{ text: 'Cancelled by the customer' }] },
  });
});
