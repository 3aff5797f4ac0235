import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { mobileColumns } from '#lib/db/sealed-mobile.ts';
import { anonymousActor } from '#lib/identity/actor.ts';
import { CODE_LIFETIME_MS, CODE_REPEAT_MS } from '#lib/identity/model.ts';
import { personFrom } from '#lib/identity/session.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { completeRegistration } from './complete-registration.ts';
import { completeSignIn } from './complete-sign-in.ts';
import { resendSignInCode } from './resend-sign-in-code.ts';
import { startRegistration } from './start-registration.ts';
import { startSignIn } from './start-sign-in.ts';

const world = await testWorld();

afterEach(() => {
  vi.useRealTimers();
});

const visitor = anonymousActor('192.0.2.1');
let serial = 0;
let mobile = '';

beforeEach(async () => {
  serial += 1;
  mobile = `+2784${String(serial).padStart(7, '0')}`;
  await pool().query('delete from limit_event');
});

async function register(): Promise<void> {
  const details = { name: 'Thandi', surname: 'Nkosi', mobile, subscriptionTypeId: '4' };
  const started = await startRegistration(visitor, details);
  if (!started.ok) throw new Error(started.code);
  const { registrationId } = started.value;
  const completed = await completeRegistration(visitor, {
    registrationId,
    code: await world.codeFor(mobile),
  });
  if (!completed.ok) throw new Error(completed.code);
}

async function askForCode(): Promise<{ codeId: string; code: string }> {
  const started = await startSignIn(visitor, { mobile });
  if (!started.ok) throw new Error(started.code);
  return { codeId: started.value.codeId, code: await world.codeFor(mobile) };
}

test('a known mobile is signed in by its code, as the person who registered', async () => {
  await register();
  const signedIn = await completeSignIn(visitor, await askForCode());
  if (!signedIn.ok) throw new Error(signedIn.code);
  const cookie = signedIn.value.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`);
  const actor = await personFrom(new Headers({ cookie: cookie.join('; ') }));
  const { rows } = await pool().query<{ id: string }>('select id from person where mobile_hash = $1', [
    mobileColumns(mobile).mobileHash,
  ]);
  expect(actor).toMatchObject({ role: 'person', personId: rows[0]?.id });
});

test('requesting a code reveals nothing: known and unknown mobiles get the same answer', async () => {
  const shapeOf = (answer: object) => JSON.stringify(answer).replace(/[0-9a-f-]{36}|\d{4}/g, '·');
  const unknown = await startSignIn(visitor, { mobile });
  await register();
  const known = await startSignIn(visitor, { mobile });
  expect(shapeOf(known)).toBe(shapeOf(unknown));
  expect(await world.messagesTo(mobile)).toBe(3);
});

test('an unknown mobile is reported only after the right code, and creates nobody', async () => {
  const { codeId, code } = await askForCode();
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  expect(await completeSignIn(visitor, { codeId, code: wrong })).toEqual({ ok: false, code: 'code.wrong' });
  expect(await completeSignIn(visitor, { codeId, code })).toEqual({ ok: false, code: 'sign_in.no_account' });
  const { rows } = await pool().query('select id from person where mobile_hash = $1', [
    mobileColumns(mobile).mobileHash,
  ]);
  expect(rows).toEqual([]);
});

test('a code that was used is good for a double click and not for a replay', async () => {
  await register();
  const code = await askForCode();
  expect(await completeSignIn(visitor, code)).toMatchObject({ ok: true });
  expect(await completeSignIn(visitor, code)).toMatchObject({ ok: true });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + CODE_REPEAT_MS + 1_000 });
  expect(await completeSignIn(visitor, code)).toEqual({ ok: false, code: 'code.expired' });
});

test('the id of a code suffices to send another to the same mobile, and is told nothing of it', async () => {
  await register();
  const first = await askForCode();
  const sent = await resendSignInCode(visitor, { codeId: first.codeId });
  if (!sent.ok) throw new Error(sent.code);
  expect(await world.messagesTo(mobile)).toBe(3);
  expect(JSON.stringify(sent.value)).not.toContain(mobile.slice(-4));
  const { codeId } = sent.value;
  expect(await completeSignIn(visitor, { codeId, code: await world.codeFor(mobile) })).toMatchObject({
    ok: true,
  });
});

test('an id of no code sends nothing', async () => {
  const unknown = await resendSignInCode(visitor, { codeId: crypto.randomUUID() });
  expect(unknown).toEqual({ ok: false, code: 'code.expired' });
  expect(await resendSignInCode(visitor, { codeId: '' })).toMatchObject({ ok: false, code: 'input.invalid' });
});

test('a repeat does not prolong the time in which a code may be repeated', async () => {
  await register();
  const code = await askForCode();
  await completeSignIn(visitor, code);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + CODE_REPEAT_MS - 2_000 });
  expect(await completeSignIn(visitor, code)).toMatchObject({ ok: true });
  vi.setSystemTime(Date.now() + 4_000);
  expect(await completeSignIn(visitor, code)).toEqual({ ok: false, code: 'code.expired' });
});

test('an old code is refused', async () => {
  await register();
  const code = await askForCode();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + CODE_LIFETIME_MS });
  expect(await completeSignIn(visitor, code)).toEqual({ ok: false, code: 'code.expired' });
});

test('an unknown code id is refused like an expired one', async () => {
  const made = { codeId: crypto.randomUUID(), code: '123456' };
  expect(await completeSignIn(visitor, made)).toEqual({ ok: false, code: 'code.expired' });
});

test('only a keyed hash of the code is stored', async () => {
  const { codeId, code } = await askForCode();
  const { rows } = await pool().query<{ code_hash: string }>('select * from one_time_code where id = $1', [
    codeId,
  ]);
  expect(rows[0]?.code_hash).toHaveLength(43);
  expect(JSON.stringify({ ...rows[0], id: '' })).not.toContain(code);
});
