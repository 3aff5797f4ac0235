import { beforeEach, describe, expect, test } from 'vitest';
import { revokePressTokens } from '#lib/customers/registration/revoke-press-tokens.ts';
import { pool } from '#lib/db/database.ts';
import { PRESS_COOKIE } from '#lib/identity/cookie-names.ts';
import { endOtherSessions, startPersonSession } from '#lib/identity/person-session.ts';
import { authenticatePress, pressTokenFor, viewersFrom } from '#lib/identity/presser.ts';
import { personFrom, type SessionCookie } from '#lib/identity/session.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';

await testWorld();

type Cookies = readonly SessionCookie[];

let thandi: TestPerson;
let cookies: Cookies;

beforeEach(async () => {
  thandi = await registerTestPerson();
  ({ cookies } = await startPersonSession(thandi.personId));
});

const isPressCookie = ({ name }: Cookies[number]) => name === PRESS_COOKIE;

function carrying(carried: Cookies): Headers {
  return new Headers({
    cookie: carried.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; '),
  });
}

/** What the button for it on /profile does in one of the person's browsers. */
async function switchOffOthers(headers: Headers): Promise<Cookies> {
  const person = await personFrom(headers);
  if (person.role !== 'person') throw new Error('not signed in');
  await revokePressTokens(person, {});
  return endOtherSessions(person, headers);
}

test('the press token alone is enough to press, and to follow', async () => {
  const headers = carrying(cookies.filter(isPressCookie));
  expect((await personFrom(headers)).role).toBe('anonymous');
  expect(await authenticatePress(headers)).toMatchObject({
    value: { personId: thandi.personId, customerId: thandi.customerId },
  });
  expect(await viewersFrom(headers)).toMatchObject([{ role: 'person', personId: thandi.personId }]);
});

test('a new token is as good as the cookie it came from', async () => {
  const headers = carrying(cookies.filter(isPressCookie));
  const presser = await authenticatePress(headers);
  if (!presser.ok) throw new Error(presser.code);
  const token = await pressTokenFor(presser.value, headers);
  expect(await authenticatePress(new Headers(), token)).toMatchObject({
    value: { personId: thandi.personId },
  });
});

describe('after the button was switched off on other devices', () => {
  test('the others neither press nor are signed in', async () => {
    const elsewhere = carrying((await startPersonSession(thandi.personId)).cookies);
    await switchOffOthers(carrying(cookies));
    expect(await authenticatePress(elsewhere)).toEqual({ ok: false, code: 'press.token_revoked' });
    expect(await viewersFrom(elsewhere)).toEqual([]);
  });

  test('this one goes on with its new cookie', async () => {
    const renewed = await switchOffOthers(carrying(cookies));
    const here = carrying([...cookies.filter((cookie) => !isPressCookie(cookie)), ...renewed]);
    expect(await authenticatePress(here)).toMatchObject({ ok: true });
    expect(await authenticatePress(carrying(renewed))).toMatchObject({ ok: true });
  });

  test('an old cookie beside a session does not keep its owner out', async () => {
    const old = cookies.filter(isPressCookie);
    await switchOffOthers(carrying(cookies));
    const signedIn = await startPersonSession(thandi.personId);
    const session = signedIn.cookies.filter((cookie) => !isPressCookie(cookie));
    expect(await authenticatePress(carrying([...session, ...old]))).toMatchObject({
      value: { personId: thandi.personId },
    });
  });
});

describe('a token that we did not sign', () => {
  const FORGED = 'eyJwZXJzb25JZCI6IngifQ.forged';
  const forgeries = async () => {
    const { rows } = await pool().query(
      `select actor_role from audit_entry where action = 'press_token.forge' order by id`,
    );
    return rows.map(({ actor_role }) => actor_role);
  };

  test('is worth nothing and is written down, in a cookie as in a body, and beside a good one', async () => {
    const before = (await forgeries()).length;
    const cookie = new Headers({ cookie: `${PRESS_COOKIE}=${FORGED}` });
    expect(await authenticatePress(cookie)).toEqual({ ok: false, code: 'session.required' });
    expect(await authenticatePress(new Headers(), FORGED)).toEqual({ ok: false, code: 'session.required' });
    expect(await authenticatePress(carrying(cookies.filter(isPressCookie)), FORGED)).toMatchObject({
      ok: true,
    });
    expect((await forgeries()).slice(before)).toEqual(['anonymous', 'anonymous', 'person']);
    // Who only follows asks every other second.
    await viewersFrom(cookie);
    expect(await forgeries()).toHaveLength(before + 3);
  });
});
