import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { refreshCallout } from '#lib/callouts/refresh-callout.ts';
import { pool } from '#lib/db/database.ts';
import { readMessages } from '#lib/following/messages/read-messages.ts';
import { refreshMessages } from '#lib/following/messages/refresh-messages.ts';
import { openTracking } from '#lib/following/page/open-tracking.ts';
import { readCallout } from '#lib/following/page/read-callout.ts';
import { operatorActor, personActor, systemActor } from '#lib/identity/actor.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { passTime } from '#lib/testing/pass-time.ts';
import { raiseTestCallout, type TestCallout } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { cancelAsOperator } from './cancel-as-operator.ts';
import { cancelCallout } from './cancel-callout.ts';
import { deliverDueCancellations } from './deliver-cancellation.ts';
import { listCancelReasons } from './list-cancel-reasons.ts';
import { readCancellations } from './read-cancellations.ts';

const world = await testWorld();

const system = systemActor('test');
const operator = operatorActor('operator', 'operator-1', 'Olga');
let mine: TestCallout;

beforeEach(async () => {
  mine = await raiseTestCallout();
});
afterEach(async () => {
  vi.useRealTimers();
  await world.restoreAura();
  await world.flip({
    wrongSafeCode: 'refused',
    cancelAnswer: 'flat',
    cancelledCallout: 'stays_active',
    afterClose: '285',
  });
});

const me = () => personActor(mine.personId, '192.0.2.1');
const rightCode = () => mine.mobile.slice(-4);
const inScript = (digits: string, zero: number) =>
  [...digits].map((digit) => String.fromCodePoint(zero + Number(digit))).join('');
const wrongCode = () => `${(Number(rightCode()) + 1) % 10_000}`.padStart(4, '0');

async function cancel(safeCode?: string) {
  return cancelCallout(me(), { calloutId: mine.calloutId, ...(safeCode === undefined ? {} : { safeCode }) });
}

/** What operators see after AURA's answer. */
async function answered() {
  return eventually(async () => {
    const read = await readCancellations(operator, { calloutId: mine.calloutId });
    if (!read.ok) throw new Error(read.code);
    expect(read.value.cancellations.map(({ state }) => state)).not.toContain('waiting');
    return read.value;
  });
}

async function seenBy(actor: ReturnType<typeof me> | typeof operator) {
  const read = await readCallout(actor, { calloutId: mine.calloutId });
  if (!read.ok) throw new Error(read.code);
  return read.value;
}

async function isOpenAtAura() {
  const { rows } = await pool().query<{ id: string }>(
    'select p.aura_customer_id as id from callout c join person p on p.id = c.person_id where c.id = $1',
    [mine.calloutId],
  );
  const [callout] = await world.calloutsOf(Number(rows[0]?.id));
  return callout?.isOpen;
}

describe('a person who says that they are safe', () => {
  test.each(['nested', 'flat'])(
    'with the right code ends the callout at AURA (%s answer)',
    async (cancelAnswer) => {
      await world.flip({ cancelAnswer });
      expect(await cancel(rightCode())).toEqual({
        ok: true,
        value: { calloutId: mine.calloutId, asked: true },
      });
      expect(await answered()).toMatchObject({
        duressAt: null,
        cancellations: [{ by: 'person', state: 'accepted', isCodeRight: true }],
      });
      expect(await isOpenAtAura()).toBe(false);
      expect(await seenBy(operator)).toMatchObject({ stage: 'cancelled', safeAskedAt: null });
    },
  );

  test.each([
    ['in Arabic digits', (code: string) => inScript(code, 0x660)],
    ['in Devanagari digits, with a mark of direction', (code: string) => `\u200f${inScript(code, 0x966)}`],
    ['in full width, with a blank that does not break', (code: string) => `${inScript(code, 0xff10)}\u00a0`],
    ['in two groups', (code: string) => `${code.slice(0, 2)}\u2011${code.slice(2)}`],
  ])('with the right code %s is not suspected of duress', async (_what, typed) => {
    await cancel(typed(rightCode()));
    expect(await answered()).toMatchObject({
      duressAt: null,
      cancellations: [{ state: 'accepted', isCodeRight: true }],
    });
  });

  test.each([
    ['refused', 'refused'],
    ['silent_duress', 'accepted'],
  ])('with a wrong code is duress to operators, whatever AURA answers (%s)', async (wrongSafeCode, state) => {
    await world.flip({ wrongSafeCode });
    await cancel(wrongCode());
    expect(await answered()).toMatchObject({
      duressAt: expect.any(String),
      cancellations: [{ by: 'person', state, isCodeRight: false }],
    });
    expect(await isOpenAtAura()).toBe(true);
    expect(await seenBy(operator)).toMatchObject({ stage: 'raised' });
  });

  test('gets the same answer and sees the same page for every code', async () => {
    const seen: unknown[] = [];
    for (const code of [rightCode, wrongCode, () => '', () => undefined]) {
      mine = await raiseTestCallout();
      const answer = await cancel(code());
      await answered();
      // A cancelled callout ends; the others continue, and must not look different.
      if (code !== rightCode) for (const step of ['own', 'dispatch']) await world.step(mine.calloutId, step);
      await refreshCallout(system, { calloutId: mine.calloutId, source: 'poll' });
      await world.say(mine.calloutId, 'We know that something is wrong');
      await refreshMessages(system, { calloutId: mine.calloutId });
      const { stage, rawStatus, closedAt, timeline } = await seenBy(me());
      const messages = await readMessages(me(), { calloutId: mine.calloutId });
      seen.push({
        answer: { ...answer, value: answer.ok && { ...answer.value, calloutId: 0 } },
        page: { stage, rawStatus, closedAt, timeline: timeline.map((fact) => ({ ...fact, at: '' })) },
        tracking: await openTracking(me(), { calloutId: mine.calloutId }),
        messages: messages.ok && messages.value.messages,
      });
    }
    expect(new Set(seen.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(seen[0]).toMatchObject({ page: { stage: 'raised', rawStatus: null }, tracking: { value: null } });
  });

  test('never reaches AURA without a code, which would cancel for anybody', async () => {
    const before = await world.callsOf('cancelCallout');
    for (const code of [undefined, '', '   ']) await cancel(code);
    expect(await answered()).toMatchObject({ duressAt: expect.any(String) });
    expect(await world.callsOf('cancelCallout')).toBe(before);
    expect(await isOpenAtAura()).toBe(true);
  });

  test('twice is harmless; guessing ends after five codes', async () => {
    await cancel(rightCode());
    await answered();
    await cancel(rightCode());
    expect(await answered()).toMatchObject({ duressAt: null });
    const before = await world.callsOf('cancelCallout');
    for (let guess = 0; guess < 30; guess += 1) expect(await cancel(wrongCode())).toMatchObject({ ok: true });
    const { cancellations } = await answered();
    expect(cancellations).toHaveLength(20);
    expect((await world.callsOf('cancelCallout')) - before).toBe(3);
  });

  test('what was typed is nowhere in clear, and is erased when AURA has answered', async () => {
    await world.breakAura('cancelCallout', 'status');
    await cancel(wrongCode());
    const kept = async () =>
      (await pool().query('select * from cancellation where callout_id = $1', [mine.calloutId])).rows[0];
    expect(JSON.stringify(await kept())).not.toContain(wrongCode());
    expect(await kept()).toMatchObject({ state: 'waiting', code_sealed: expect.any(String) });
    await world.restoreAura();
    await passTime(pool(), 'cancellation', 120_000);
    await deliverDueCancellations(system, {});
    expect(await kept()).toMatchObject({ state: 'refused', code_sealed: null });
  });

  test('is cancelled at AURA also when its first answers were lost', async () => {
    await world.breakAura('cancelCallout', 'reset_before');
    await cancel(rightCode());
    expect(await isOpenAtAura()).toBe(true);
    await world.restoreAura();
    await passTime(pool(), 'cancellation', 120_000);
    await deliverDueCancellations(system, {});
    expect(await answered()).toMatchObject({ cancellations: [{ state: 'accepted' }] });
    expect(await isOpenAtAura()).toBe(false);
  });

  test('operators know of a wrong code also while AURA does not answer', async () => {
    await world.breakAura('cancelCallout', 'status');
    await cancel(wrongCode());
    await eventually(async () =>
      expect(await readCancellations(operator, { calloutId: mine.calloutId })).toMatchObject({
        value: { duressAt: expect.any(String) },
      }),
    );
  });

  test('a press after it changes nothing of what is shown', async () => {
    await cancel(wrongCode());
    await answered();
    expect(await seenBy(me())).toMatchObject({ safeAskedAt: expect.any(String) });
    await pool().query(
      `insert into press (id, person_id, kind, state, pressed_at, received_at, callout_id)
       values (gen_random_uuid(), $1, 'real', 'delivered', now(), now() + interval '1 second', $2)`,
      [mine.personId, mine.calloutId],
    );
    expect(await seenBy(me())).toMatchObject({ safeAskedAt: expect.any(String) });
  });

  test('cannot do so for somebody else', async () => {
    const theirs = await raiseTestCallout();
    const input = { calloutId: theirs.calloutId, safeCode: theirs.mobile.slice(-4) };
    expect(await cancelCallout(me(), input)).toEqual({ ok: false, code: 'callout.not_found' });
  });
});

describe('after the close', () => {
  test.each(['285', '400'])(
    'the answer is the same, without suspicion of duress (%s)',
    async (afterClose) => {
      await world.flip({ afterClose });
      for (const step of ['own', 'dispatch', 'arrive', 'complete', 'close'])
        await world.step(mine.calloutId, step);
      expect(await cancel(rightCode())).toMatchObject({ ok: true, value: { asked: true } });
      expect(await answered()).toMatchObject({ duressAt: null, cancellations: [{ state: 'closed' }] });
      expect(await cancel(rightCode())).toMatchObject({ ok: true, value: { asked: true } });
      expect(await seenBy(me())).toMatchObject({ stage: 'closed' });
    },
  );
});

describe('an operator', () => {
  const REASON = { reason: 'The person phoned: a false alarm' };

  test.each(['stays_active', 'ends'])(
    'cancels with a reason and without a code (%s)',
    async (cancelledCallout) => {
      await world.flip({ cancelledCallout });
      const reasons = await listCancelReasons(operator, { calloutId: mine.calloutId });
      expect(reasons).toMatchObject({ value: [{ id: 101, description: 'False alarm' }, {}, {}] });
      const input = { calloutId: mine.calloutId, ...REASON, exceptionReasonId: '101' };
      expect(await cancelAsOperator(operator, input)).toEqual({ ok: true, value: null });
      expect(await answered()).toMatchObject({
        duressAt: null,
        cancellations: [{ by: 'operator', state: 'accepted', reason: REASON.reason }],
      });
      expect(await isOpenAtAura()).toBe(false);
      expect(await seenBy(me())).toMatchObject({ stage: 'cancelled', safeAskedAt: null });
      const { rows } = await pool().query(
        "select actor_id from audit_entry where action = 'callout.cancel_as_operator' and subject = $1",
        [`${mine.calloutId}`],
      );
      expect(rows).toEqual([{ actor_id: 'operator-1' }]);
      expect(await world.callsOf('giveExceptionReason')).toBeGreaterThan(0);
    },
  );

  test('must say why', async () => {
    for (const reason of ['', '   ', 'x', 'y'.repeat(501)]) {
      expect(await cancelAsOperator(operator, { calloutId: mine.calloutId, reason })).toMatchObject({
        code: 'input.invalid',
        fields: { reason: expect.any(String) },
      });
    }
  });

  test('is idempotent until AURA has answered', async () => {
    await world.breakAura('cancelCallout', 'status');
    for (let nth = 0; nth < 3; nth += 1)
      await cancelAsOperator(operator, { calloutId: mine.calloutId, ...REASON });
    const read = await readCancellations(operator, { calloutId: mine.calloutId });
    expect(read.ok && read.value.cancellations).toHaveLength(1);
  });
});
