import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { insertOperator } from '#lib/identity/accounts.ts';
import { type Actor, anonymousActor, type OperatorRole, operatorActor } from '#lib/identity/actor.ts';
import { operatorAuth } from '#lib/identity/auth.ts';
import { SECOND_STEPS_AN_ADDRESS } from '#lib/identity/model.ts';
import { challengeIn } from '#lib/identity/second-factor.ts';
import type { SessionCookie } from '#lib/identity/session.ts';
import { enrolleeFrom, operatorFrom } from '#lib/identity/session.ts';
import { signInOperator } from '#lib/identity/sign-in-operator.ts';
import { completeOperatorSignIn } from '#lib/operators/complete-operator-sign-in.ts';
import { appCode } from '#lib/testing/authenticator-app.ts';
import { rememberScrypt } from '#lib/testing/remember-scrypt.ts';
import { appDatabase } from '#lib/testing/test-database.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { confirmSecondFactor } from './confirm-second-factor.ts';
import { readOwnFactors } from './read-own-factors.ts';
import { resetSecondFactor } from './reset-second-factor.ts';
import { startSecondFactor } from './start-second-factor.ts';
import { stopSecondFactor } from './stop-second-factor.ts';

const PASSWORD = 'a password for tests only';
const HALF_MINUTE_MS = 30_000;

rememberScrypt();
await appDatabase();
testEnv({ ADMIN_SECOND_FACTOR: 'required' });

const passwordHash = await (await operatorAuth().$context).password.hash(PASSWORD);
const WRONG = { ok: false, code: 'second_factor.wrong' };

let clockMs = 0;

beforeEach(async () => {
  // Only the test moves time on, so that codes differ predictably.
  clockMs = Math.floor(Date.now() / HALF_MINUTE_MS) * HALF_MINUTE_MS;
  vi.useFakeTimers({ toFake: ['Date'], now: clockMs });
  await pool().query('delete from limit_event');
});

function later(ms: number): void {
  clockMs += ms;
  vi.setSystemTime(clockMs);
}

async function newOperator(role: OperatorRole): Promise<string> {
  const id = randomUUID();
  const email = `${id}@vigil.test`;
  await insertOperator({ id, name: 'Ada', email, role }, passwordHash, new Date());
  return email;
}

function carrying(cookies: readonly SessionCookie[]): Headers {
  const live = new Map(cookies.map(({ name, value }) => [name, value]));
  const cookie = [...live].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ');
  return new Headers({ cookie });
}

async function signIn(email: string) {
  const signedIn = await signInOperator(anonymousActor('192.0.2.1'), { email, password: PASSWORD });
  if (!signedIn.ok) throw new Error(signedIn.code);
  return { needsCode: signedIn.value.needsCode, headers: carrying(signedIn.value.cookies) };
}

async function answer(headers: Headers, code: string, address = '192.0.2.1') {
  return completeOperatorSignIn(anonymousActor(address), { challenge: await challengeIn(headers), code });
}

/** Signs an operator in who has no second factor, and sets one up for them. */
async function setUp(role: OperatorRole) {
  const email = await newOperator(role);
  const { headers } = await signIn(email);
  const actor = await enrolleeFrom(headers);
  const started = await startSecondFactor(actor, { headers, password: PASSWORD });
  if (!started.ok) throw new Error(started.code);
  const { secret, recoveryCodes, picture } = started.value;
  const confirmed = await confirmSecondFactor(actor, { headers, code: appCode(secret, clockMs) });
  if (!confirmed.ok) throw new Error(confirmed.code);
  later(HALF_MINUTE_MS);
  return { email, secret, recoveryCodes, picture, headers: carrying(confirmed.value.cookies) };
}

const idOf = (actor: Actor) => ('operatorId' in actor ? actor.operatorId : '');

describe('an operator or admin who must have a second factor', () => {
  test.each(['operator', 'admin'] as const)('has no permission until it is set up: %s', async (role) => {
    const { needsCode, headers } = await signIn(await newOperator(role));
    expect(needsCode).toBe(false);
    expect((await operatorFrom(headers)).role).toBe('anonymous');
    expect((await enrolleeFrom(headers)).role).toBe('enrolling');
  });

  test('is an admin once it is, and again without it no more', async () => {
    const { headers } = await setUp('admin');
    expect((await operatorFrom(headers)).role).toBe('admin');
    await stopSecondFactor(await operatorFrom(headers), { password: PASSWORD });
    expect((await operatorFrom(headers)).role).toBe('anonymous');
    expect((await enrolleeFrom(headers)).role).toBe('enrolling');
  });

  test('does not hold viewers up', async () => {
    const { headers } = await signIn(await newOperator('viewer'));
    expect((await operatorFrom(headers)).role).toBe('viewer');
  });
});

test('a second factor that was sealed with another key is refused by name, and read as none that works', async () => {
  const { email, secret, recoveryCodes, headers } = await setUp('operator');
  const owner = await operatorFrom(headers);
  await pool().query('update two_factor set secret = $1, backup_codes = $1 where user_id = $2', [
    'ab'.repeat(80),
    idOf(owner),
  ]);
  const unreadable = { ok: false, code: 'second_factor.unreadable' };
  for (const code of [appCode(secret, clockMs), recoveryCodes[0] ?? '']) {
    expect(await answer((await signIn(email)).headers, code)).toEqual(unreadable);
  }
  expect(await readOwnFactors(owner, {})).toMatchObject({ value: { hasApp: true, recoveryCodesLeft: 0 } });
});

describe('setting it up', () => {
  test('asks for the password, and counts only with a right code of the app', async () => {
    const email = await newOperator('operator');
    const { headers } = await signIn(email);
    const actor = await enrolleeFrom(headers);
    expect(await startSecondFactor(actor, { headers, password: 'not the password' })).toEqual({
      ok: false,
      code: 'operator.password_wrong',
    });
    const started = await startSecondFactor(actor, { headers, password: PASSWORD });
    if (!started.ok) throw new Error(started.code);
    expect(await confirmSecondFactor(actor, { headers, code: '000000' })).toEqual(WRONG);
    expect((await signIn(email)).needsCode).toBe(false);
  });

  test('stores key and recovery codes encrypted, shows a QR code, and is audited', async () => {
    const { secret, recoveryCodes, headers, picture } = await setUp('operator');
    const kept = JSON.stringify((await pool().query('select * from two_factor')).rows);
    for (const shown of [secret, ...recoveryCodes]) expect(kept).not.toContain(shown);
    expect(recoveryCodes).toHaveLength(10);
    expect(picture.path).toMatch(/^M\d+ \d+h1v1h-1z/);
    const { rows } = await pool().query('select action from audit_entry where actor_id = $1', [
      idOf(await operatorFrom(headers)),
    ]);
    expect(rows).toEqual([{ action: 'second_factor.turn_on' }]);
  });

  test('ends what the password alone had begun, and uses its first code up', async () => {
    const email = await newOperator('admin');
    const thief = (await signIn(email)).headers;
    const { headers } = await signIn(email);
    const actor = await enrolleeFrom(headers);
    const started = await startSecondFactor(actor, { headers, password: PASSWORD });
    if (!started.ok) throw new Error(started.code);
    const code = appCode(started.value.secret, clockMs);
    const confirmed = await confirmSecondFactor(actor, { headers, code });
    if (!confirmed.ok) throw new Error(confirmed.code);
    expect((await operatorFrom(carrying(confirmed.value.cookies))).role).toBe('admin');
    expect((await enrolleeFrom(thief)).role).toBe('anonymous');
    expect(await answer((await signIn(email)).headers, code)).toEqual(WRONG);
  });

  test('during a password sign-in leaves that without a session', async () => {
    const email = await newOperator('admin');
    // The moment between the look at the account and the session, which is that of checking the password.
    await pool().query(`
      create function turn_on() returns trigger language plpgsql as $$
      begin update "user" set two_factor_enabled = true where id = new.user_id; return new; end $$;
      create trigger turn_on before insert on session for each row execute function turn_on()`);
    const signedIn = await signInOperator(anonymousActor('192.0.2.1'), { email, password: PASSWORD });
    await pool().query('drop function turn_on cascade');
    expect(signedIn).toEqual({ ok: false, code: 'operator.sign_in_failed' });
    const { rows } = await pool().query(
      'select s.id from session s join "user" u on u.id = s.user_id where u.email = $1',
      [email],
    );
    expect(rows).toEqual([]);
  });

  test('again is refused while it is on', async () => {
    const { headers } = await setUp('operator');
    expect(await startSecondFactor(await operatorFrom(headers), { headers, password: PASSWORD })).toEqual({
      ok: false,
      code: 'second_factor.already_on',
    });
  });
});

describe('signing in with it', () => {
  test('gives no session for the password alone, and one for a code', async () => {
    const { email, secret } = await setUp('admin');
    const { needsCode, headers } = await signIn(email);
    expect(needsCode).toBe(true);
    expect((await enrolleeFrom(headers)).role).toBe('anonymous');
    const answered = await answer(headers, appCode(secret, clockMs));
    if (!answered.ok) throw new Error(answered.code);
    expect((await operatorFrom(carrying(answered.value.cookies))).role).toBe('admin');
  });

  test('takes each code of the app once', async () => {
    const { email, secret } = await setUp('admin');
    const [first, second] = [await signIn(email), await signIn(email)];
    const code = appCode(secret, clockMs);
    expect(await answer(first.headers, code)).toMatchObject({ ok: true });
    expect(await answer(second.headers, code)).toEqual(WRONG);
    const { rows } = await pool().query(
      'select count(*)::int as sessions from session s join "user" u on u.id = s.user_id where u.email = $1',
      [email],
    );
    // One from setting up, one from the first answer.
    expect(rows).toEqual([{ sessions: 2 }]);
  });

  test('takes each recovery code once', async () => {
    const { email, recoveryCodes } = await setUp('admin');
    const [code = ''] = recoveryCodes;
    expect(await answer((await signIn(email)).headers, code)).toMatchObject({ ok: true });
    expect(await answer((await signIn(email)).headers, code)).toEqual(WRONG);
  });

  test('ends after five wrong codes or ten minutes, and the right one then does not help', async () => {
    const { email, secret } = await setUp('admin');
    const { headers } = await signIn(email);
    for (let attempt = 0; attempt < 5; attempt += 1) expect(await answer(headers, '000000')).toEqual(WRONG);
    const expired = { ok: false, code: 'second_factor.expired' };
    expect(await answer(headers, appCode(secret, clockMs))).toEqual(expired);
    const slow = await signIn(email);
    later(10 * 60_000 + 1_000);
    expect(await answer(slow.headers, appCode(secret, clockMs))).toEqual(expired);
  });

  test('pauses an account after ten wrong codes, from wherever they come, for a quarter of an hour', async () => {
    const { email, secret } = await setUp('admin');
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const { headers } = await signIn(email);
      await answer(headers, '000000', `198.51.100.${attempt}`);
      await pool().query('delete from limit_event');
    }
    const { headers } = await signIn(email);
    const paused = await answer(headers, appCode(secret, clockMs), '203.0.113.1');
    expect(paused).toEqual({ ok: false, code: 'operator.too_many_attempts' });
    later(15 * 60_000 + 1_000);
    const again = await signIn(email);
    expect(await answer(again.headers, appCode(secret, clockMs))).toMatchObject({ ok: true });
  });

  test('is limited for an address, whatever it asks', async () => {
    const nobody = new Headers();
    for (let attempt = 0; attempt < SECOND_STEPS_AN_ADDRESS; attempt += 1) {
      expect(await answer(nobody, '000000', '203.0.113.9')).toMatchObject({ code: 'second_factor.expired' });
    }
    expect(await answer(nobody, '000000', '203.0.113.9')).toMatchObject({
      code: 'operator.too_many_attempts',
    });
  });

  test('does not take a forged, foreign or altered sign-in', async () => {
    const { secret } = await setUp('admin');
    for (const challenge of ['', 'x', 'a; b=c', '2fa-abc.def']) {
      expect(
        await completeOperatorSignIn(anonymousActor('192.0.2.1'), {
          challenge,
          code: appCode(secret, clockMs),
        }),
      ).toEqual({ ok: false, code: 'second_factor.expired' });
    }
  });
});

test('an admin resets a lost second factor, which also ends all sessions', async () => {
  const { email, headers } = await setUp('operator');
  const operatorId = idOf(await operatorFrom(headers));
  const admin = operatorActor('admin', 'admin-1', 'Ada', '192.0.2.1', new Date());
  // Not one's own, which asks for the password.
  expect(await resetSecondFactor(admin, { operatorId: 'admin-1' })).toEqual({
    ok: false,
    code: 'second_factor.own',
  });
  expect(await resetSecondFactor(admin, { operatorId })).toMatchObject({ ok: true });
  expect((await operatorFrom(headers)).role).toBe('anonymous');
  expect((await signIn(email)).needsCode).toBe(false);
  expect((await pool().query('select 1 from two_factor where user_id = $1', [operatorId])).rowCount).toBe(0);
});

test('guessing the password in an open session is limited', async () => {
  const { headers } = await setUp('operator');
  const actor = await operatorFrom(headers);
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await stopSecondFactor(actor, { password: 'not the password' });
  }
  expect(await stopSecondFactor(actor, { password: PASSWORD })).toEqual({
    ok: false,
    code: 'operator.too_many_attempts',
  });
});
