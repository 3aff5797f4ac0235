import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { mobileColumns } from '#lib/db/sealed-mobile.ts';
import { anonymousActor } from '#lib/identity/actor.ts';
import { CODE_LIFETIME_MS, CODE_REPEAT_MS } from '#lib/identity/model.ts';
import { personFrom } from '#lib/identity/session.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { auraClient } from '#lib/upstream/aura-client.ts';
import { completeRegistration } from './complete-registration.ts';
import { REGISTRATION_LIFETIME_MS } from './model.ts';
import { resendRegistrationCode } from './resend-registration-code.ts';
import { startRegistration } from './start-registration.ts';

const world = await testWorld();

let serial = 0;
let mobile = '';
/** Each test is somebody else, somewhere else, so that limits do not add up. */
let visitor = anonymousActor('192.0.2.1');

beforeEach(() => {
  serial += 1;
  mobile = `+2782${String(serial).padStart(7, '0')}`;
  visitor = anonymousActor(`192.0.2.${serial}`);
});

afterEach(async () => {
  vi.useRealTimers();
  await world.restoreAura();
});

async function start(): Promise<string> {
  const details = { name: 'Thandi', surname: 'Nkosi', mobile, subscriptionTypeId: '4' };
  const started = await startRegistration(visitor, details);
  if (!started.ok) throw new Error(`not started: ${started.code}`);
  return started.value.registrationId;
}

const complete = (registrationId: string, code?: string) =>
  completeRegistration(visitor, { registrationId, code });

function later(ms: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
}

const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

async function people(): Promise<number> {
  const { rows } = await pool().query('select id from person where mobile_hash = $1', [
    mobileColumns(mobile).mobileHash,
  ]);
  return rows.length;
}

type Cookies = readonly { name: string; value: string }[];

async function signedIn(cookies: Cookies) {
  const cookie = cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
  return personFrom(new Headers({ cookie }));
}

test('a right code ends in a customer at AURA, a person here, and a session', async () => {
  const registrationId = await start();
  const completed = await complete(registrationId, await world.codeFor(mobile));
  expect(completed).toMatchObject({ ok: true });
  if (!completed.ok) return;
  expect(await world.customersWith(mobile)).toBe(1);
  expect(await people()).toBe(1);
  const actor = await signedIn(completed.value.cookies);
  expect(actor.role).toBe('person');
});

test('the id of a registration suffices for another code, and what was typed is still there', async () => {
  const first = await start();
  await world.codeFor(mobile);
  const sent = await resendRegistrationCode(visitor, { registrationId: first });
  if (!sent.ok) throw new Error(sent.code);
  expect(await world.messagesTo(mobile)).toBe(2);
  const completed = await complete(sent.value.registrationId, await world.codeFor(mobile));
  expect(completed).toMatchObject({ ok: true });
  const { rows } = await pool().query('select name, surname from person where mobile_hash = $1', [
    mobileColumns(mobile).mobileHash,
  ]);
  expect(rows).toEqual([{ name: 'Thandi', surname: 'Nkosi' }]);
});

test('a registration that is too old, or that never was, sends no code', async () => {
  const registrationId = await start();
  later(REGISTRATION_LIFETIME_MS + 1);
  for (const id of [registrationId, crypto.randomUUID()]) {
    const sent = await resendRegistrationCode(visitor, { registrationId: id });
    expect(sent).toEqual({ ok: false, code: 'registration.expired' });
  }
  expect(await world.messagesTo(mobile)).toBe(1);
});

test('before the code is verified nothing is created, here or at AURA', async () => {
  await start();
  expect(await people()).toBe(0);
  expect(await world.customersWith(mobile)).toBe(0);
});

test('a wrong code is refused and creates nothing; the right one still works', async () => {
  const registrationId = await start();
  const code = await world.codeFor(mobile);
  expect(await complete(registrationId, wrong(code))).toEqual({ ok: false, code: 'code.wrong' });
  expect(await people()).toBe(0);
  expect(await world.customersWith(mobile)).toBe(0);
  expect(await complete(registrationId, code)).toMatchObject({ ok: true });
});

test('five wrong codes use a code up: then the right one is refused too', async () => {
  const registrationId = await start();
  const code = await world.codeFor(mobile);
  const answers: string[] = [];
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const answer = await complete(registrationId, wrong(code));
    answers.push(answer.ok ? 'ok' : answer.code);
  }
  expect(answers).toEqual([...Array(4).fill('code.wrong'), 'code.expired']);
  expect(await complete(registrationId, code)).toEqual({ ok: false, code: 'code.expired' });
  expect(await people()).toBe(0);
});

test('fifty guesses at once count like fifty guesses one after the other', async () => {
  const registrationId = await start();
  const code = await world.codeFor(mobile);
  await Promise.all(Array.from({ length: 50 }, () => complete(registrationId, wrong(code))));
  expect(await complete(registrationId, code)).toEqual({ ok: false, code: 'code.expired' });
});

test('a code that is older than its lifetime is refused', async () => {
  const registrationId = await start();
  const code = await world.codeFor(mobile);
  later(CODE_LIFETIME_MS);
  expect(await complete(registrationId, code)).toEqual({ ok: false, code: 'code.expired' });
});

test('a registration that was left open too long is gone', async () => {
  const registrationId = await start();
  const code = await world.codeFor(mobile);
  later(REGISTRATION_LIFETIME_MS);
  expect(await complete(registrationId, code)).toEqual({ ok: false, code: 'registration.expired' });
});

test('another registration’s code is refused', async () => {
  const mine = await start();
  const myCode = await world.codeFor(mobile);
  mobile = `${mobile.slice(0, -7)}9${mobile.slice(-6)}`;
  const theirs = await start();
  // One in a million runs two codes are the same, and then this is no question.
  if (myCode === (await world.codeFor(mobile))) return;
  expect(await complete(theirs, myCode)).toEqual({ ok: false, code: 'code.wrong' });
  expect(await complete(mine, myCode)).toMatchObject({ ok: true });
});

test('once the person is there, a registration’s id without its code opens no session', async () => {
  const registrationId = await start();
  const code = await world.codeFor(mobile);
  await complete(registrationId, code);
  expect(await complete(registrationId)).toEqual({ ok: false, code: 'registration.completed' });
  later(CODE_REPEAT_MS + 1);
  expect(await complete(registrationId, code)).toEqual({ ok: false, code: 'code.expired' });
});

describe('a double click', () => {
  test('twenty completions at once make one customer and one person, and all are signed in', async () => {
    const registrationId = await start();
    const code = await world.codeFor(mobile);
    const completed = await Promise.all(Array.from({ length: 20 }, () => complete(registrationId, code)));
    const actors = await Promise.all(
      completed.map(async (each) => (each.ok ? signedIn(each.value.cookies) : each)),
    );
    const ids = actors.map((actor) => 'role' in actor && actor.role === 'person' && actor.personId);
    expect(new Set(ids).size).toBe(1);
    const devices = await pool().query(
      'select id from device where person_id = (select id from person where mobile_hash = $1)',
      [mobileColumns(mobile).mobileHash],
    );
    expect(devices.rows).toHaveLength(1);
    expect(actors[0]).toMatchObject({ role: 'person' });
    expect(await world.customersWith(mobile)).toBe(1);
    expect(await people()).toBe(1);
  });

  async function completeTwo() {
    const first = await start();
    const firstCode = await world.codeFor(mobile);
    const second = await start();
    const secondCode = await world.codeFor(mobile);
    // The first one's code was right at the moment at which the second one's ended it.
    await pool().query('update one_time_code set expires_at = $1 where mobile_hash = $2', [
      new Date(Date.now() + CODE_LIFETIME_MS),
      mobileColumns(mobile).mobileHash,
    ]);
    return Promise.all([complete(first, firstCode), complete(second, secondCode)]);
  }

  test('two registrations of one mobile at once end in one customer and one person, both signed in', async () => {
    const completed = await completeTwo();
    expect(completed).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await world.customersWith(mobile)).toBe(1);
    expect(await people()).toBe(1);
  });

  test('a second registration that AURA refuses waits for the first, whose answer is on its way', async () => {
    await world.breakAura('createCustomer', 'slow_body', [1]);
    const completed = await completeTwo();
    expect(completed).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await people()).toBe(1);
  });
});

describe('when AURA', () => {
  test('knows the mobile already, it is refused without leftovers', async () => {
    const customer = { name: 'Thandi', surname: 'Nkosi', mobile };
    await auraClient().createCustomer({ customer }, { deadlineMs: 10_000 });
    const registrationId = await start();
    expect(await complete(registrationId, await world.codeFor(mobile))).toEqual({
      ok: false,
      code: 'registration.mobile_known',
    });
    expect(await people()).toBe(0);
  });

  test('is down, nothing is left behind and a later try needs no new code', async () => {
    await world.breakAura('createCustomer', 'reset_before');
    const registrationId = await start();
    expect(await complete(registrationId, await world.codeFor(mobile))).toEqual({
      ok: false,
      code: 'registration.aura_unavailable',
    });
    expect(await people()).toBe(0);
    await world.restoreAura();
    expect(await complete(registrationId)).toMatchObject({ ok: true });
    expect(await people()).toBe(1);
    expect(await world.customersWith(mobile)).toBe(1);
  });

  test('is down, the registration continues only with the code', async () => {
    const registrationId = await start();
    expect(await complete(registrationId)).toEqual({ ok: false, code: 'code.expired' });
  });

  test('did the work but its answer was lost, the next try does not pretend to know', async () => {
    await world.breakAura('createCustomer', 'reset_after', [1]);
    const registrationId = await start();
    expect(await complete(registrationId, await world.codeFor(mobile))).toEqual({
      ok: false,
      code: 'registration.aura_unavailable',
    });
    expect(await complete(registrationId)).toEqual({ ok: false, code: 'registration.answer_lost' });
    expect(await world.customersWith(mobile)).toBe(1);
    expect(await people()).toBe(0);
  });

  test('did the work but its answer was lost, a new registration gets the same answer', async () => {
    await world.breakAura('createCustomer', 'reset_after', [1]);
    const first = await start();
    await complete(first, await world.codeFor(mobile));
    const second = await start();
    expect(await complete(second, await world.codeFor(mobile))).toEqual({
      ok: false,
      code: 'registration.answer_lost',
    });
  });

  test('answers what cannot be read, it may have created the customer', async () => {
    await world.breakAura('createCustomer', 'truncated_body', [1]);
    const registrationId = await start();
    await complete(registrationId, await world.codeFor(mobile));
    expect(await complete(registrationId)).toEqual({ ok: false, code: 'registration.answer_lost' });
  });
});
