import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { mobileColumns } from '#lib/db/sealed-mobile.ts';
import { anonymousActor, personActor } from '#lib/identity/actor.ts';
import { readPressToken } from '#lib/identity/press-token.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { keyedHash } from '#lib/platform/secret-box.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { isPressCookie } from '#lib/testing/test-browser.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { completeRegistration } from './complete-registration.ts';
import { completeSignIn } from './complete-sign-in.ts';
import { SURNAMES_A_DAY } from './late-sign-in.ts';
import { asksForSurname, isSurnameOf, LATE_SIGN_IN_MS } from './model.ts';
import { startRegistration } from './start-registration.ts';
import { startSignIn } from './start-sign-in.ts';

const world = await testWorld();

// A number may go to somebody else, who then gets its codes.

const DAY_MS = 86_400_000;
const visitor = anonymousActor('192.0.2.1');
let serial = 0;
let mobile = '';
let personId = '';

beforeEach(async () => {
  serial += 1;
  mobile = `+2783${String(serial).padStart(7, '0')}`;
  const registered = await register('Nkosi');
  if (!registered.ok) throw new Error(registered.code);
  const { rows } = await pool().query('select id from person where mobile_hash = $1', [
    mobileColumns(mobile).mobileHash,
  ]);
  personId = rows[0].id;
});
afterEach(() => {
  vi.useRealTimers();
});

async function register(surname: string) {
  await pool().query('delete from limit_event');
  const details = { name: 'Thandi', surname, mobile, subscriptionTypeId: '4' };
  const started = await startRegistration(visitor, details);
  if (!started.ok) throw new Error(started.code);
  const { registrationId } = started.value;
  return completeRegistration(visitor, { registrationId, code: await world.codeFor(mobile) });
}

async function askForCode() {
  await pool().query('delete from limit_event where key <> $1', [keyedHash('limit-surname', personId)]);
  const started = await startSignIn(visitor, { mobile });
  if (!started.ok) throw new Error(started.code);
  return { codeId: started.value.codeId, code: await world.codeFor(mobile) };
}

/** As if all that is known of the person had happened so many days earlier. */
async function daysLater(days: number): Promise<void> {
  const earlier = `- interval '${days} days'`;
  await pool().query(`update person set created_at = created_at ${earlier} where id = $1`, [personId]);
  await pool().query(`update device set signed_in_at = signed_in_at ${earlier} where person_id = $1`, [
    personId,
  ]);
}

const auditOf = async () =>
  (
    await pool().query(
      `select action, detail from audit_entry where subject = $1 and action like 'sign_in.%' order by id`,
      [personId],
    )
  ).rows;

describe('after 90 days without a sign-in', () => {
  beforeEach(() => daysLater(91));

  test('the right code alone signs nobody in, and stays good for the surname, however it is written', async () => {
    const typed = await askForCode();
    expect(await completeSignIn(visitor, typed)).toEqual({ ok: false, code: 'sign_in.surname_needed' });
    expect(await completeSignIn(visitor, { ...typed, surname: ' NKÖSI ' })).toMatchObject({ ok: true });
    expect(await auditOf()).toEqual([{ action: 'sign_in.late', detail: null }]);
  });

  test('the mobile is told, also where the browser is a known one', async () => {
    const before = await world.textsTo(mobile);
    const signedIn = await completeSignIn(visitor, { ...(await askForCode()), surname: 'Nkosi' });
    expect(signedIn).toMatchObject({ ok: true });
    await eventually(async () => {
      const texts = (await world.textsTo(mobile)).slice(0, -before.length);
      expect(texts.some((text) => text.includes('has signed in as you'))).toBe(true);
    });
  });

  test('a wrong surname is refused and audited, tells nothing, and is not guessed for long', async () => {
    const typed = await askForCode();
    for (let guess = 0; guess < SURNAMES_A_DAY; guess += 1) {
      const refused = await completeSignIn(visitor, { ...typed, surname: 'Dlamini' });
      expect(refused).toEqual({ ok: false, code: 'sign_in.surname_wrong' });
      expect(JSON.stringify(refused)).not.toContain('kosi');
    }
    const right = { ...typed, surname: 'Nkosi' };
    expect(await completeSignIn(visitor, right)).toEqual({ ok: false, code: 'sign_in.surname_limit' });
    expect(await completeSignIn(anonymousActor('198.51.100.7'), right)).toMatchObject({ ok: false });
    expect((await auditOf()).at(-1)).toEqual({ action: 'sign_in.refuse', detail: 'sign_in.surname_limit' });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + DAY_MS + 1_000 });
    expect(await completeSignIn(visitor, { ...(await askForCode()), surname: 'Nkosi' })).toMatchObject({
      ok: true,
    });
  });

  test('registering with the number is no way around it', async () => {
    expect(await register('Dlamini')).toEqual({ ok: false, code: 'sign_in.surname_wrong' });
    expect(await register('Nkosi')).toMatchObject({ ok: true });
    expect((await auditOf()).map(({ action }) => action)).toEqual(['sign_in.refuse', 'sign_in.late']);
  });

  test('a device that is signed in goes on pressing, whatever a stranger has used up', async () => {
    const typed = await askForCode();
    for (let guess = 0; guess <= SURNAMES_A_DAY; guess += 1) {
      await completeSignIn(visitor, { ...typed, surname: 'Dlamini' });
    }
    const { rows } = await pool().query('select aura_customer_id::int as id from person where id = $1', [
      personId,
    ]);
    const owner = personActor(personId, '192.0.2.2', rows[0].id);
    expect(await raisePress(owner, newTestPress())).toMatchObject({
      value: { receipt: { state: 'delivered' } },
    });
  });

  test('with a wrong code nothing is said of the account', async () => {
    const { codeId, code } = await askForCode();
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    expect(await completeSignIn(visitor, { codeId, code: wrong })).toEqual({ ok: false, code: 'code.wrong' });
  });
});

test('before that a code is enough, and a sign-in begins the time anew', async () => {
  await daysLater(89);
  expect(await completeSignIn(visitor, await askForCode())).toMatchObject({ ok: true });
  await daysLater(89);
  const signedIn = await completeSignIn(visitor, await askForCode());
  if (!signedIn.ok) throw new Error(signedIn.code);
  const token = signedIn.value.cookies.find(isPressCookie)?.value ?? '';
  expect(readPressToken(token, new Date())?.personId).toBe(personId);
  expect(await auditOf()).toEqual([]);
});

test('the rule: neither registered nor signed in for 90 days', () => {
  const days = fc.integer({ min: 0, max: 400 });
  const at = new Date('2026-12-01T12:00:00Z');
  const ago = (count: number) => new Date(at.getTime() - count * DAY_MS);
  fc.assert(
    fc.property(days, fc.option(days), (registered, signedIn) => {
      const isLate = Math.min(registered, signedIn ?? 400) * DAY_MS >= LATE_SIGN_IN_MS;
      expect(asksForSurname(ago(registered), signedIn === null ? null : ago(signedIn), at)).toBe(isLate);
    }),
  );
});

test('a surname is compared without accents, case and kinds of marks; of a single name, that name', () => {
  const person = { name: 'Zoë', surname: 'O’Brien-Nkosi', latinName: null };
  for (const typed of ["o'brien-nkosi", 'O‘BRIEN‑NKOSI', ' O’Brien-Nkosi ']) {
    expect(isSurnameOf(typed, person), typed).toBe(true);
  }
  for (const typed of ['', 'Zoe', 'Nkosi', 'O’Brien Nkosi Zoe'])
    expect(isSurnameOf(typed, person), typed).toBe(false);
  expect(isSurnameOf('zoe', { name: 'Zoë', surname: '', latinName: null })).toBe(true);
  expect(isSurnameOf('', { name: 'Zoë', surname: '', latinName: null })).toBe(false);
  const other = { name: 'محمد', surname: 'علي', latinName: 'Muhammad Ali' };
  for (const typed of ['علي', 'ali']) expect(isSurnameOf(typed, other), typed).toBe(true);
  for (const typed of ['muhammad', 'محمد']) expect(isSurnameOf(typed, other), typed).toBe(false);
});
