import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { POST as issue } from '#app/api/panic/codes/route.ts';
import { POST as receive } from '#app/api/webhooks/sms-in/route.ts';
import { revokePressTokens } from '#lib/customers/registration/revoke-press-tokens.ts';
import { pool } from '#lib/db/database.ts';
import { personActor, systemActor } from '#lib/identity/actor.ts';
import { signPressToken } from '#lib/identity/press-token.ts';
import { deliverDuePresses } from '#lib/panic/delivery/deliver-press.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { readReceipt } from '#lib/panic/device/read-receipt.ts';
import { findPress } from '#lib/panic/store.ts';
import { readTextCodes } from '#lib/panic/texts/answers.ts';
import { CODES_AT_MOST } from '#lib/panic/texts/model.ts';
import { refusedTexts } from '#lib/panic/texts/refused-texts.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';

const TOKEN = 'a-token-of-the-gateway';
const world = await testWorld({ SMS_IN_TOKEN: TOKEN });

let thandi: TestPerson;

beforeEach(async () => {
  testEnv({ SMS_IN_TOKEN: TOKEN });
  thandi = await registerTestPerson();
});

const actor = (of = thandi) => personActor(of.personId, '192.0.2.1', of.customerId);
const noParams = { params: Promise.resolve({}) };

async function codesFor(pressIds: readonly string[], { personId, customerId } = thandi) {
  const token = signPressToken({ personId, customerId, edition: 1, issuedAtMs: Date.now() });
  const answer = await issue(
    new Request('http://localhost:3000/api/panic/codes', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ pressIds }),
    }),
    noParams,
  );
  expect(answer.status).toBe(201);
  return readTextCodes(await answer.json()).codes;
}

async function newCode(of = thandi) {
  const [made] = await codesFor([randomUUID()], of);
  if (!made) throw new Error('no code was issued');
  return made;
}

function deliver(text: object, token = TOKEN): Promise<Response> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const request = { method: 'POST', headers, body: JSON.stringify(text) };
  return receive(new Request('http://localhost:3000/api/webhooks/sms-in', request), noParams);
}

const textOf = (code: string, where = ' -26.10412,28.05123', from = thandi.mobile) => ({
  from,
  body: `SOS ${code}${where}`,
  receivedAt: new Date().toISOString(),
});

const timesRefused = (reason: string) => refusedTexts().find((each) => each.reason === reason)?.times ?? 0;
const receiptOf = async (pressId: string) => readReceipt(actor(), { pressId });
const callouts = () => world.calloutsOf(thandi.customerId);

describe('a text with a code', () => {
  test('is the press of that id, with its position, and is answered like every text', async () => {
    const { pressId, code } = await newCode();
    const answer = await deliver(textOf(code));
    expect([answer.status, await answer.json()]).toEqual([202, { accepted: true }]);
    expect(await receiptOf(pressId)).toMatchObject({ value: { state: 'delivered' } });
    expect(await findPress(pressId)).toMatchObject({ fix: { latitude: -26.10412 }, kind: 'real' });
  });

  test.each([
    ['before it', ['page', 'text']],
    ['after it', ['text', 'page']],
  ])('stays one callout with the press that the page sent %s', async (_when, order) => {
    const { pressId, code } = await newCode();
    for (const way of order) {
      if (way === 'text') await deliver(textOf(code));
      else await raisePress(actor(), newTestPress({ pressId }));
    }
    expect(await receiptOf(pressId)).toMatchObject({ value: { state: 'delivered', attempts: 1 } });
    expect(await callouts()).toHaveLength(1);
  });

  test('without a position goes to the saved address', async () => {
    await pool().query(
      `update person set saved_place = '[-26.2,28.04,null]', saved_at = now() where id = $1`,
      [thandi.personId],
    );
    const { pressId, code } = await newCode();
    await deliver(textOf(code, ''));
    const { rows } = await pool().query('select fix_source from press where id = $1', [pressId]);
    expect(rows).toEqual([{ fix_source: 'saved' }]);
  });

  test.each([
    ['in lower case', (code: string) => code.toLowerCase()],
    [
      'with commas as decimal signs and 5,000 characters',
      (code: string) => `${code} -26,1,28,0 ${'x'.repeat(5_000)}`,
    ],
  ])('%s is taken', async (_how, spell) => {
    const { pressId, code } = await newCode();
    await deliver(textOf(spell(code), ''));
    expect(await receiptOf(pressId)).toMatchObject({ ok: true });
  });

  test('from a number in another spelling is taken', async () => {
    const { pressId, code } = await newCode();
    await deliver(textOf(code, '', thandi.mobile.replace('+27', '0')));
    expect(await receiptOf(pressId)).toMatchObject({ ok: true });
  });
});

describe('a text is refused and counted', () => {
  async function refusedAs(reason: string, text: object, pressId: string) {
    const before = timesRefused(reason);
    const answer = await deliver(text);
    expect([answer.status, await answer.json()]).toEqual([202, { accepted: true }]);
    expect(timesRefused(reason)).toBe(before + 1);
    expect(await receiptOf(pressId)).toEqual({ ok: false, code: 'press.not_found' });
    expect(await callouts()).toEqual([]);
  }

  test('with a code that was never issued', () =>
    refusedAs('unknown_code', textOf('ZZZZZZZZZZZZ'), randomUUID()));

  test('with another person’s code', async () => {
    const { pressId, code } = await newCode();
    const stranger = await registerTestPerson();
    await refusedAs('other_number', textOf(code, '', stranger.mobile), pressId);
  });

  test('with a code that has run out', async () => {
    const { pressId, code } = await newCode();
    await pool().query('update press_text_code set expires_at = now() where press_id = $1', [pressId]);
    await refusedAs('expired', textOf(code), pressId);
  });

  test('with a code of a button that was switched off', async () => {
    const { pressId, code } = await newCode();
    await revokePressTokens(actor(), {});
    await refusedAs('expired', textOf(code), pressId);
  });

  test('that comes when a press is too old to be sent', async () => {
    const { pressId, code } = await newCode();
    const receivedAt = new Date(Date.now() - 11 * 60_000).toISOString();
    await refusedAs('too_late', { ...textOf(code), receivedAt }, pressId);
  });

  test.each([{}, { from: 1, body: null }, { body: 'hello' }, { body: ['SOS'] }])('like %j', (text) =>
    refusedAs('unreadable', text, randomUUID()),
  );

  test('that was delivered before', async () => {
    const { pressId, code } = await newCode();
    const text = textOf(code);
    await deliver(text);
    const before = timesRefused('replayed');
    await deliver(text);
    expect(timesRefused('replayed')).toBe(before + 1);
    expect(await receiptOf(pressId)).toMatchObject({ value: { attempts: 1 } });
    expect(await callouts()).toHaveLength(1);
  });
});

test('two deliveries of one text at once are one press', async () => {
  const { pressId, code } = await newCode();
  await Promise.all([1, 2, 3].map(() => deliver(textOf(code))));
  await deliverDuePresses(systemActor('test'), {});
  expect(await receiptOf(pressId)).toMatchObject({ value: { state: 'delivered' } });
  expect(await callouts()).toHaveLength(1);
});

test('only the gateway may send', async () => {
  const { pressId, code } = await newCode();
  for (const token of ['', 'another-token-of-nobody']) {
    expect((await deliver(textOf(code), token)).status).toBe(401);
  }
  testEnv({ SMS_IN_TOKEN: '' });
  expect((await deliver(textOf(code))).status).toBe(401);
  expect(await receiptOf(pressId)).toEqual({ ok: false, code: 'press.not_found' });
});

describe('codes', () => {
  test('are kept as hashes alone, and a later one for the same press replaces the earlier', async () => {
    const pressId = randomUUID();
    const [first] = await codesFor([pressId]);
    const [second] = await codesFor([pressId]);
    const { rows } = await pool().query('select * from press_text_code where press_id = $1', [pressId]);
    expect(rows).toHaveLength(1);
    for (const made of [first, second]) expect(JSON.stringify(rows)).not.toContain(made?.code);
    await deliver(textOf(first?.code ?? ''));
    expect(await callouts()).toEqual([]);
    await deliver(textOf(second?.code ?? ''));
    expect(await callouts()).toHaveLength(1);
  });

  test('are limited: the oldest are deleted', async () => {
    const oldest = await newCode();
    for (let round = 0; round < 3; round += 1) await codesFor(Array.from({ length: 5 }, () => randomUUID()));
    const { rows } = await pool().query('select press_id from press_text_code where person_id = $1', [
      thandi.personId,
    ]);
    expect(rows).toHaveLength(CODES_AT_MOST);
    expect(rows).not.toContainEqual({ press_id: oldest.pressId });
  });

  test('are not given for a press that is another person’s', async () => {
    const { pressId, code } = await newCode();
    const stranger = await registerTestPerson();
    expect(await codesFor([pressId], stranger)).toEqual([]);
    await deliver(textOf(code));
    expect(await receiptOf(pressId)).toMatchObject({ ok: true });
  });
});
