import { beforeEach, describe, expect, test, vi } from 'vitest';
import { insertPerson } from '#lib/customers/registration/store.ts';
import { pool } from '#lib/db/database.ts';
import { anonymousActor, systemActor } from '#lib/identity/actor.ts';
import { LISTED_AN_HOUR } from '#lib/identity/audit.ts';
import { ensureFirstAdmin } from '#lib/identity/ensure-first-admin.ts';
import { forgetExpired } from '#lib/identity/forget-expired.ts';
import {
  OPERATOR_ATTEMPTS,
  OPERATOR_ATTEMPTS_AN_ACCOUNT,
  OPERATOR_ATTEMPTS_AN_ADDRESS,
  OPERATOR_ATTEMPTS_MS,
} from '#lib/identity/model.ts';
import { startPersonSession } from '#lib/identity/person-session.ts';
import { viewersFrom } from '#lib/identity/presser.ts';
import {
  endOperatorSession,
  operatorFrom,
  personFrom,
  type SessionCookie,
  startOperatorSession,
} from '#lib/identity/session.ts';
import { signInOperator } from '#lib/identity/sign-in-operator.ts';
import { forgetInvitations } from '#lib/operators/forget-invitations.ts';
import { log } from '#lib/platform/log.ts';
import { keyedHash } from '#lib/platform/secret-box.ts';
import { rememberScrypt } from '#lib/testing/remember-scrypt.ts';
import { appDatabase } from '#lib/testing/test-database.ts';
import { testEnv } from '#lib/testing/test-env.ts';

const EMAIL = 'First.Admin@vigil.test';
const PASSWORD = 'a password for tests only';

rememberScrypt();
await appDatabase();
testEnv({ ADMIN_EMAIL: EMAIL, ADMIN_PASSWORD: PASSWORD });

beforeEach(async () => {
  vi.useRealTimers();
  await pool().query('delete from limit_event');
  await ensureFirstAdmin();
});

const signIn = (password: string, address = '192.0.2.1', email = EMAIL) =>
  signInOperator(anonymousActor(address), { email, password });

async function cookiesOfOperator(): Promise<SessionCookie[]> {
  const signedIn = await signIn(PASSWORD);
  if (!signedIn.ok) throw new Error(signedIn.code);
  return signedIn.value.cookies;
}

let serial = 0;

async function cookiesOfPerson(): Promise<SessionCookie[]> {
  serial += 1;
  const at = new Date();
  const person = {
    id: crypto.randomUUID(),
    mobile: `+2772000000${serial}`,
    name: 'Thandi',
    surname: 'Nkosi',
    auraCustomerId: serial,
    subscriptionTypeId: 4,
    subscriptionValidFrom: at,
    subscriptionValidTo: at,
    createdAt: at,
  };
  await insertPerson(person, crypto.randomUUID());
  return (await startPersonSession(person.id)).cookies;
}

function carrying(...cookies: readonly SessionCookie[]): Headers {
  const cookie = cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
  return new Headers({ cookie });
}

/** The same cookies under the names that the other kind of session has. */
function renamed(cookies: readonly SessionCookie[], from: string, to: string): SessionCookie[] {
  return cookies.map((cookie) => ({ ...cookie, name: cookie.name.replace(from, to) }));
}

describe('the first admin', () => {
  test('is created once, by any number of concurrent instances', async () => {
    await pool().query('delete from "user" where role = $1', ['admin']);
    await Promise.all(Array.from({ length: 5 }, () => ensureFirstAdmin()));
    const { rows } = await pool().query('select email, role from "user" where role = $1', ['admin']);
    expect(rows).toEqual([{ email: EMAIL.toLowerCase(), role: 'admin' }]);
  });

  test('keeps an existing password, whatever the environment says', async () => {
    await pool().query(`update account set password = 'changed' where provider_id = 'credential'`);
    await ensureFirstAdmin();
    const { rows } = await pool().query('select password from account');
    expect(rows).toEqual([{ password: 'changed' }]);
    await pool().query('delete from "user" where role = $1', ['admin']);
  });

  test('is not created while there is another admin', async () => {
    await pool().query(`update "user" set email = 'someone.else@vigil.test' where role = 'admin'`);
    await ensureFirstAdmin();
    const { rows } = await pool().query('select email from "user" where role = $1', ['admin']);
    expect(rows).toEqual([{ email: 'someone.else@vigil.test' }]);
    await pool().query('delete from "user" where role = $1', ['admin']);
  });

  test('whose password is on a list of stolen ones is warned of when live, and made all the same', async () => {
    const warn = vi.spyOn(log, 'warn').mockReturnValue(undefined);
    await pool().query('delete from "user" where role = $1', ['admin']);
    testEnv({ ADMIN_PASSWORD: 'Password1234!', SANDBOX_URL: '' });
    await ensureFirstAdmin();
    expect(await signIn('Password1234!')).toMatchObject({ ok: true });
    expect(warn.mock.calls).toEqual([[{ setting: 'ADMIN_PASSWORD' }, expect.not.stringContaining('1234')]]);
    testEnv({ SANDBOX_URL: 'http://127.0.0.1:1' });
    await ensureFirstAdmin();
    testEnv({ SANDBOX_URL: '', ADMIN_PASSWORD: PASSWORD });
    await ensureFirstAdmin();
    expect(warn).toHaveBeenCalledTimes(1);
    warn.mockRestore();
    await pool().query('delete from "user" where role = $1', ['admin']);
  });

  test('has a hashed password', async () => {
    const { rows } = await pool().query<{ password: string }>('select password from account');
    expect(rows[0]?.password.length).toBeGreaterThan(60);
    expect(rows[0]?.password).not.toContain(PASSWORD);
  });
});

describe('signing in', () => {
  test('needs the right password; the address may be typed in any letter case', async () => {
    expect(await signIn('a wrong password')).toEqual({ ok: false, code: 'operator.sign_in_failed' });
    const actor = await operatorFrom(carrying(...(await cookiesOfOperator())));
    expect(actor).toMatchObject({ role: 'admin', name: 'First admin' });
  });

  test('does not reveal whether an address is known', async () => {
    const unknown = await signIn('a wrong password', '192.0.2.1', 'nobody@vigil.test');
    expect(unknown).toEqual(await signIn('a wrong password'));
  });

  test('gives cookies that end with the working day, and only over https where the app is', async () => {
    const cookies = await cookiesOfOperator();
    const session = cookies.find(({ name }) => name === 'vigil-operator.session_token');
    expect(session).toMatchObject({ maxAgeSeconds: 43_200, secure: false });
    testEnv({ APP_URL: 'https://vigil.example' });
    Reflect.deleteProperty(globalThis, Symbol.for('vigil.operator-auth'));
    const device = { address: '192.0.2.1', userAgent: '' };
    const started = await startOperatorSession(EMAIL, PASSWORD, device);
    const [cookie] = started?.cookies ?? [];
    expect(cookie).toMatchObject({ name: '__Host-vigil-operator.session_token', secure: true });
    Reflect.deleteProperty(globalThis, Symbol.for('vigil.operator-auth'));
  });

  test('is closed for a while after ten failures of one account from one address', async () => {
    for (let attempt = 0; attempt < OPERATOR_ATTEMPTS; attempt += 1) await signIn('a wrong password');
    expect(await signIn(PASSWORD)).toEqual({ ok: false, code: 'operator.too_many_attempts' });
    expect(await signIn(PASSWORD, '192.0.2.1', EMAIL.toUpperCase())).toMatchObject({ ok: false });
    // A stranger elsewhere must not be able to keep an operator from the board.
    expect(await signIn(PASSWORD, '192.0.2.2')).toMatchObject({ ok: true });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + OPERATOR_ATTEMPTS_MS + 1_000 });
    expect(await signIn(PASSWORD)).toMatchObject({ ok: true });
  });

  test('is closed for a while to an address that tries many accounts, a /64 being one', async () => {
    for (let attempt = 0; attempt < OPERATOR_ATTEMPTS_AN_ADDRESS; attempt += 1) {
      await signIn('a wrong password', `2001:db8::${attempt + 1}`, `nobody${attempt}@vigil.test`);
    }
    const tooMany = { ok: false, code: 'operator.too_many_attempts' };
    expect(await signIn(PASSWORD, '2001:db8::ffff')).toEqual(tooMany);
    expect(await signIn(PASSWORD, '2001:db8:0:1::1')).toMatchObject({ ok: true });
  });

  test('is closed for a while for an account that is tried from many addresses', async () => {
    await pool().query(`insert into limit_event (key, at) select $1, now() from generate_series(1, $2)`, [
      keyedHash('limit-operator', `account ${EMAIL.toLowerCase()}`),
      OPERATOR_ATTEMPTS_AN_ACCOUNT - 1,
    ]);
    expect(await signIn(PASSWORD, '192.0.2.7')).toMatchObject({ ok: true });
    const tooMany = { ok: false, code: 'operator.too_many_attempts' };
    expect(await signIn(PASSWORD, '192.0.2.8')).toEqual(tooMany);
  });
});

test('a sign-in that is refused is in the audit by its account, never by what was typed, and within a bound', async () => {
  await pool().query('delete from refusal_tally');
  for (let attempt = 0; attempt < 40; attempt += 1) await signIn('a wrong password', '192.0.2.44');
  await signIn('a wrong password', '192.0.2.45', 'a-password-in-the-wrong-field@vigil.test');
  const { rows } = await pool().query(
    `select a.detail, a.address, a.subject = u.id as is_theirs from audit_entry a left join "user" u on u.email = $1
     where a.action = 'operator.refuse_sign_in' and a.address in ('192.0.2.44', '192.0.2.45') order by a.id`,
    [EMAIL.toLowerCase()],
  );
  const line = (detail: string, address = '192.0.2.44', is_theirs: boolean | null = true) => ({
    ...{ detail, address, is_theirs },
  });
  expect(rows).toEqual([
    ...Array(OPERATOR_ATTEMPTS).fill(line('operator.sign_in_failed')),
    ...Array(LISTED_AN_HOUR - OPERATOR_ATTEMPTS).fill(line('operator.too_many_attempts')),
    line('operator.sign_in_failed', '192.0.2.45', null),
  ]);
});

describe('a session', () => {
  test('of a person never counts as an operator’s, under either name', async () => {
    const cookies = await cookiesOfPerson();
    expect((await personFrom(carrying(...cookies))).role).toBe('person');
    expect((await operatorFrom(carrying(...cookies))).role).toBe('anonymous');
    const disguised = renamed(cookies, 'vigil.', 'vigil-operator.');
    expect((await operatorFrom(carrying(...disguised))).role).toBe('anonymous');
  });

  test('of an operator never counts as a person’s, under either name', async () => {
    const cookies = await cookiesOfOperator();
    expect((await personFrom(carrying(...cookies))).role).toBe('anonymous');
    const disguised = renamed(cookies, 'vigil-operator.', 'vigil.');
    expect((await personFrom(carrying(...disguised))).role).toBe('anonymous');
  });

  test('of a person is invalid once the account is no person’s', async () => {
    const cookies = await cookiesOfPerson();
    await pool().query(`update "user" set role = 'admin' where role = 'person'`);
    expect((await personFrom(carrying(...cookies))).role).toBe('anonymous');
    await pool().query(`update "user" set role = 'person' where role = 'admin' and name = 'Thandi'`);
  });

  test('of each kind fits into one browser', async () => {
    const both = carrying(...(await cookiesOfPerson()), ...(await cookiesOfOperator()));
    expect((await viewersFrom(both)).map(({ role }) => role)).toEqual(['person', 'admin']);
    expect(await viewersFrom(new Headers())).toEqual([]);
  });

  test('that was altered, or has an unknown role, is invalid', async () => {
    const [cookie] = await cookiesOfOperator();
    if (!cookie) throw new Error('no cookie');
    const forged = { ...cookie, value: cookie.value.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')) };
    expect((await operatorFrom(carrying(forged))).role).toBe('anonymous');
    await pool().query(`update "user" set role = 'superuser' where role = 'admin'`);
    expect((await operatorFrom(carrying(cookie))).role).toBe('anonymous');
    await pool().query(`delete from "user" where role = 'superuser'`);
  });

  test('ends when it is ended, also where its cookie was copied to', async () => {
    const cookies = await cookiesOfOperator();
    const clearing = await endOperatorSession(carrying(...cookies));
    expect(clearing.find(({ name }) => name === 'vigil-operator.session_token')).toMatchObject({
      value: '',
      maxAgeSeconds: 0,
    });
    expect((await operatorFrom(carrying(...cookies))).role).toBe('anonymous');
  });

  test('of a person lasts a year after its use, 400 days at most, and of an operator half a day', async () => {
    const person = carrying(...(await cookiesOfPerson()));
    const operator = carrying(...(await cookiesOfOperator()));
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 13 * 3_600_000 });
    expect((await operatorFrom(operator)).role).toBe('anonymous');
    vi.setSystemTime(Date.now() + 300 * 86_400_000);
    expect((await personFrom(person)).role).toBe('person');
    // It was used, so it rolls; but not beyond the press token of the same sign-in.
    vi.setSystemTime(Date.now() + 95 * 86_400_000);
    expect((await personFrom(person)).role).toBe('person');
    vi.setSystemTime(Date.now() + 10 * 86_400_000);
    expect((await personFrom(person)).role).toBe('anonymous');
  });
});

test('what has run out is forgotten: codes, invitations, and limits that count no more', async () => {
  await pool().query(
    `insert into one_time_code (id, mobile, code_hash, expires_at)
     values (gen_random_uuid(), '+27', 'x', now() - interval '1 s'), (gen_random_uuid(), '+28', 'x', now() + interval '1 min')`,
  );
  await pool().query(
    `insert into limit_event (key, at) values ('old', now() - interval '25 hours'), ('new', now() - interval '23 hours')`,
  );
  await pool().query(
    `insert into operator_invitation (id, token_hash, email, role, invited_by, invited_at, expires_at)
     values (gen_random_uuid(), 'a', 'old@vigil.test', 'viewer', 'ada', now(), now() - interval '1 s'),
       (gen_random_uuid(), 'b', 'new@vigil.test', 'viewer', 'ada', now(), now() + interval '1 min')`,
  );
  expect(await forgetExpired(systemActor('test'), {})).toMatchObject({ ok: true });
  expect(await forgetInvitations(systemActor('test'), {})).toMatchObject({ ok: true });
  expect((await pool().query('select email from operator_invitation')).rows).toEqual([
    { email: 'new@vigil.test' },
  ]);
  expect((await pool().query('select mobile from one_time_code')).rows).toEqual([{ mobile: '+28' }]);
  expect((await pool().query('select key from limit_event')).rows).toEqual([{ key: 'new' }]);
});
