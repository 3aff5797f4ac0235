import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { refreshCallout } from '#lib/callouts/refresh-callout.ts';
import { pool } from '#lib/db/database.ts';
import { operatorActor, personActor, systemActor } from '#lib/identity/actor.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { passTime } from '#lib/testing/pass-time.ts';
import { raiseTestCallout, type TestCallout } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { deliverDueMessages } from './deliver-due-messages.ts';
import { deliverMessages } from './deliver-messages.ts';
import { followConversations } from './follow-conversations.ts';
import { STRAY_MESSAGE_MS } from './model.ts';
import { readMessages } from './read-messages.ts';
import { refreshMessages } from './refresh-messages.ts';
import { writeMessage } from './write-message.ts';

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
  await world.flip({ eventShape: 'event', afterClose: '285' });
});

const me = () => personActor(mine.personId, '192.0.2.1');
const said = () => world.eventsOf(mine.calloutId);
const refresh = () => refreshMessages(system, { calloutId: mine.calloutId });
const deliver = () => deliverMessages(system, { calloutId: mine.calloutId });

async function write(text: string, id = randomUUID(), by = me()) {
  const written = await writeMessage(by, { calloutId: mine.calloutId, id, text });
  if (!written.ok) throw new Error(written.code);
  return written.value;
}

async function conversation() {
  const read = await readMessages(me(), { calloutId: mine.calloutId });
  if (!read.ok) throw new Error(read.code);
  return read.value.messages.map(({ author, text, state, problem }) => ({ author, text, state, problem }));
}

/** Waits until the oldest message was attempted, and none is being sent. */
async function settled(): Promise<void> {
  await eventually(async () => {
    const { rows } = await pool().query(
      `select from callout_message where callout_id = $1 and state = 'queued'
       and (lease_until > now() or attempts = 0)
       and seq = (select min(seq) from callout_message where callout_id = $1 and state = 'queued')`,
      [mine.calloutId],
    );
    expect(rows).toEqual([]);
  });
}

/** Makes every queued message due, in order. */
async function later(ms = STRAY_MESSAGE_MS + 40_000): Promise<void> {
  await settled();
  await passTime(pool(), 'callout_message', ms);
  await deliver();
}

describe('what a person writes', () => {
  test('is with AURA, in order, and is shown once', async () => {
    for (const text of ['one', 'two', 'three']) await write(text);
    await eventually(async () => expect(await said()).toEqual(['one', 'two', 'three']));
    await settled();
    await refresh();
    await refresh();
    expect(await conversation()).toEqual(
      ['one', 'two', 'three'].map((text) => ({ author: 'person', text, state: 'sent', problem: null })),
    );
  });

  test('twice by the same id is one message; the same words by two ids are two', async () => {
    const id = randomUUID();
    expect(await write('help', id)).toMatchObject({ isNew: true });
    await settled();
    expect(await write('help', id)).toEqual({ id, state: 'sent', isNew: false });
    await write('help');
    await settled();
    expect(await said()).toEqual(['help', 'help']);
  });

  test('another author’s id is refused without details', async () => {
    const id = randomUUID();
    await write('secret words', id);
    const theirs = await raiseTestCallout();
    const stranger = personActor(theirs.personId, '192.0.2.2');
    expect(await writeMessage(stranger, { calloutId: theirs.calloutId, id, text: 'mine' })).toMatchObject({
      ok: false,
      code: 'input.invalid',
      fields: { id: expect.any(String) },
    });
  });

  test('others may neither read nor write it', async () => {
    const theirs = await raiseTestCallout();
    const stranger = personActor(theirs.personId, '192.0.2.2');
    const notFound = { ok: false, code: 'callout.not_found' };
    expect(await readMessages(stranger, { calloutId: mine.calloutId })).toEqual(notFound);
    const message = { calloutId: mine.calloutId, id: randomUUID(), text: 'x' };
    expect(await writeMessage(stranger, message)).toEqual(notFound);
  });

  test('an operator reads along, and writes under a name of their own', async () => {
    await write('I am hiding');
    await settled();
    await writeMessage(operator, { calloutId: mine.calloutId, id: randomUUID(), text: 'Gate code is 4' });
    await settled();
    expect(await said()).toEqual(['I am hiding', 'Vigil operator: Gate code is 4']);
    const audited = await pool().query(
      `select actor_id, subject from audit_entry where action = 'message.write'`,
    );
    expect(audited.rows).toEqual([{ actor_id: 'operator-1', subject: `${mine.calloutId}` }]);
    await refresh();
    expect(await conversation()).toMatchObject([
      { author: 'person', text: 'I am hiding', state: 'sent' },
      { author: 'operator', text: 'Gate code is 4', state: 'sent' },
    ]);
  });

  test('bounds what waits', async () => {
    await world.breakAura('sendEvent', 'status');
    for (let nth = 0; nth < 50; nth += 1) await write(`${nth}`);
    const one = { calloutId: mine.calloutId, id: randomUUID(), text: 'one too many' };
    expect(await writeMessage(me(), one)).toEqual({ ok: false, code: 'message.too_many' });
  });
});

describe('when AURA fails', () => {
  test.each(['reset_after', 'status_after', 'truncated_body', 'html_page'])(
    'an answer lost after the work (%s) is looked up, and the message is not doubled',
    async (effect) => {
      await world.breakAura('sendEvent', effect, [1]);
      await write('one');
      await write('two');
      await later();
      await later();
      expect(await said()).toEqual(['one', 'two']);
      expect(await conversation()).toMatchObject([
        { text: 'one', state: 'sent' },
        { text: 'two', state: 'sent' },
      ]);
    },
  );

  test.each(['reset_before', 'status'])(
    'one lost on the way (%s) goes again, before the next',
    async (effect) => {
      await world.breakAura('sendEvent', effect, [1]);
      await write('one');
      await write('two');
      expect(await said()).toEqual([]);
      await later();
      expect(await said()).toEqual(['one', 'two']);
    },
  );

  test('nothing is retried while AURA’s list cannot be read', async () => {
    await world.breakAura('sendEvent', 'reset_after', [1]);
    await write('one');
    await settled();
    await world.breakAura('listEvents', 'status');
    await later();
    expect(await said()).toEqual(['one']);
    expect(await conversation()).toMatchObject([{ text: 'one', state: 'queued' }]);
    await later(20 * 60_000);
    expect(await conversation()).toMatchObject([{ text: 'one', state: 'unsure' }]);
    await world.restoreAura();
    await refresh();
    expect(await conversation()).toEqual([{ author: 'person', text: 'one', state: 'sent', problem: null }]);
  });

  test('what could not be sent in ten minutes is not sent late', async () => {
    await world.breakAura('sendEvent', 'status');
    await write('one');
    await later(20 * 60_000);
    await world.restoreAura();
    await later();
    expect(await said()).toEqual([]);
    expect(await conversation()).toMatchObject([{ text: 'one', state: 'failed', problem: 'too_late' }]);
  });

  test('a process that dies while sending leaves a message that is looked up', async () => {
    await world.breakAura('sendEvent', 'reset_after', [1]);
    await write('one');
    await settled();
    await pool().query(
      "update callout_message set lease_until = now() + interval '15 seconds', due_at = written_at where callout_id = $1",
      [mine.calloutId],
    );
    expect(await deliver()).toEqual({ ok: true, value: { sent: 0 } });
    await passTime(pool(), 'callout_message', 60_000);
    await deliverDueMessages(system, {});
    expect(await said()).toEqual(['one']);
    expect(await conversation()).toMatchObject([{ text: 'one', state: 'sent' }]);
  });

  test('twenty concurrent senders send each message once, in order', async () => {
    await world.breakAura('sendEvent', 'status', [1]);
    const texts = Array.from({ length: 10 }, (_unused, nth) => `message ${nth}`);
    for (const text of texts) await write(text);
    await settled();
    await passTime(pool(), 'callout_message', 60_000);
    await Promise.all(Array.from({ length: 20 }, deliver));
    await deliver();
    expect(await said()).toEqual(texts);
  });
});

describe('what AURA says', () => {
  test.each(['event', 'message'])('is added once, however often it is read (%s)', async (eventShape) => {
    await world.flip({ eventShape });
    await world.say(mine.calloutId, 'Where are you?');
    await Promise.all([refresh(), refresh(), refresh()]);
    await write('In the kitchen');
    await settled();
    await world.say(mine.calloutId, 'Stay there');
    await refresh();
    expect(await conversation()).toEqual([
      { author: 'control_room', text: 'Where are you?', state: 'received', problem: null },
      { author: 'person', text: 'In the kitchen', state: 'sent', problem: null },
      { author: 'control_room', text: 'Stay there', state: 'received', problem: null },
    ]);
  });

  test('what was read before its own answer came is not shown twice', async () => {
    const sending = write('Slow answer');
    await Promise.all([sending, refresh(), refresh()]);
    await settled();
    await refresh();
    expect(await conversation()).toEqual([
      { author: 'person', text: 'Slow answer', state: 'sent', problem: null },
    ]);
  });

  test('viewing causes no read; a round reads each conversation once, watched ones first', async () => {
    const asked = () => world.callsOf('listEvents');
    const before = await asked();
    await Promise.all(Array.from({ length: 20 }, conversation));
    expect(await asked()).toBe(before);
    await world.say(mine.calloutId, 'Are you there?');
    const round = { before: new Date() };
    const first = await followConversations(system, round);
    expect(first).toMatchObject({ ok: true });
    expect(await conversation()).toMatchObject([{ author: 'control_room', text: 'Are you there?' }]);
    const after = await asked();
    await followConversations(system, round);
    const { rows } = await pool().query('select count(*)::int as open from callout where closed_at is null');
    // The second round reads those that did not fit into the first, none twice.
    expect(await asked()).toBe(Math.min(after + 10, before + rows[0].open));
  });
});

describe('after the close', () => {
  const STEPS = ['own', 'dispatch', 'arrive', 'complete', 'close'];

  test.each(['285', '400'])('a message that AURA no longer takes (%s) says so', async (afterClose) => {
    await world.flip({ afterClose });
    for (const step of STEPS) await world.step(mine.calloutId, step);
    await write('Thank you');
    await settled();
    expect(await conversation()).toMatchObject([{ text: 'Thank you', state: 'failed' }]);
  });

  test('nothing is accepted once we know of it', async () => {
    for (const step of STEPS) await world.step(mine.calloutId, step);
    await refreshCallout(system, { calloutId: mine.calloutId, source: 'poll' });
    const message = { calloutId: mine.calloutId, id: randomUUID(), text: 'Hello?' };
    expect(await writeMessage(me(), message)).toEqual({ ok: false, code: 'callout.closed' });
  });
});
