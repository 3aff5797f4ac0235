import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { revokePressTokens } from '#lib/customers/registration/revoke-press-tokens.ts';
import { pool } from '#lib/db/database.ts';
import { PRESS_COOKIE } from '#lib/identity/cookie-names.ts';
import { endOtherSessions, endPersonSession, pressTokenIn } from '#lib/identity/person-session.ts';
import { readPressToken } from '#lib/identity/press-token.ts';
import { knownStanding } from '#lib/identity/press-token-editions.ts';
import { authenticatePress, pressTokenFor } from '#lib/identity/presser.ts';
import { revokeDevice } from '#lib/identity/revoke-device.ts';
import { personFrom } from '#lib/identity/session.ts';
import { findTokenStanding } from '#lib/identity/store.ts';
import { statementsOf } from '#lib/testing/plans.ts';
import {
  ANDROID,
  carrying,
  devicesIn,
  FIREFOX,
  isPressCookie,
  personIn,
  testSignIn,
} from '#lib/testing/test-browser.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';

await testWorld();

const DAY_MS = 86_400_000;
const REVOKED = { ok: false, code: 'press.token_revoked' };

let thandi: TestPerson;

beforeEach(async () => {
  thandi = await registerTestPerson();
});
afterEach(() => {
  vi.useRealTimers();
});

const later = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });

const withToken = (token: string) =>
  new Headers({ cookie: `${PRESS_COOKIE}=${token}`, 'user-agent': ANDROID });

describe('a token and a session', () => {
  test('end 400 days after the sign-in, however often a page is opened', async () => {
    const { all, token, session } = await testSignIn(thandi.personId);
    for (const headers of [all, token, session]) {
      later(200 * DAY_MS);
      const presser = await authenticatePress(headers);
      if (!presser.ok) throw new Error(presser.code);
      const given = await pressTokenFor(presser.value, headers);
      expect(readPressToken(given, new Date())).toMatchObject({ personId: thandi.personId });
      expect(readPressToken(given, new Date(Date.now() + 201 * DAY_MS))).toBeNull();
      vi.useRealTimers();
    }
    // Used all the time, so that only its own beginning can end it.
    await pool().query(`update session set expires_at = now() + interval '900 days'`);
    later(399 * DAY_MS);
    expect((await personFrom(session)).role).toBe('person');
    later(2 * DAY_MS);
    expect((await personFrom(session)).role).toBe('anonymous');
    expect(await authenticatePress(all)).toEqual({ ok: false, code: 'session.required' });
  });

  test('of a session alone are one device, however often its page is opened', async () => {
    const signedIn = await testSignIn(thandi.personId);
    const presser = await personIn(signedIn.session);
    const given = [
      await pressTokenFor(presser, signedIn.session),
      await pressTokenFor(presser, signedIn.session),
    ];
    expect(given[0]).toBe(given[1]);
    expect(given[0]).toBe(pressTokenIn(signedIn.token));
  });
});

describe('the list', () => {
  test('says browser and system, no address, and which one this is', async () => {
    const phone = await testSignIn(thandi.personId);
    const computer = await testSignIn(thandi.personId, { userAgent: FIREFOX });
    expect(await devicesIn(computer.all)).toMatchObject([
      { name: 'Firefox on Linux', isThisOne: true, deviceId: computer.deviceId },
      { name: 'Chrome on Android', isThisOne: false, deviceId: phone.deviceId },
    ]);
    const { rows } = await pool().query('select * from device where person_id = $1', [thandi.personId]);
    expect(JSON.stringify(rows)).not.toMatch(/192\.|Mozilla/);
  });

  test('shows a browser once that signs in again, and its earlier session has ended', async () => {
    const before = await testSignIn(thandi.personId);
    later(DAY_MS);
    const after = await testSignIn(thandi.personId, { pressToken: pressTokenIn(before.token) });
    expect([before.isNewDevice, after.isNewDevice]).toEqual([true, false]);
    expect(after.deviceId).toBe(before.deviceId);
    expect(await devicesIn(after.all)).toHaveLength(1);
    expect((await personFrom(before.session)).role).toBe('anonymous');
    // A page from before goes on pressing.
    expect(await authenticatePress(before.token)).toMatchObject({ ok: true });
  });

  test('shows a double submit of one code once, with one session for both answers', async () => {
    const codeId = crypto.randomUUID();
    const [one, other] = [
      await testSignIn(thandi.personId, { codeId }),
      await testSignIn(thandi.personId, { codeId }),
    ];
    expect([one.isNewDevice, other.isNewDevice]).toEqual([true, false]);
    expect(await devicesIn(one.all)).toHaveLength(1);
    expect(await devicesIn(other.all)).toHaveLength(1);
    expect((await personIn(one.all)).sessionId).toBe((await personIn(other.all)).sessionId);
    const { rows } = await pool().query('select id from session where user_id = $1', [thandi.personId]);
    expect(rows).toHaveLength(1);
    await revokeDevice(await personIn(one.all), { deviceId: one.deviceId });
    for (const { all } of [one, other]) expect(await authenticatePress(all)).toEqual(REVOKED);
  });

  test('is of one person: the token of somebody else in the browser is no device of theirs', async () => {
    const first = await testSignIn(thandi.personId);
    thandi = await registerTestPerson();
    const second = await testSignIn(thandi.personId, { pressToken: pressTokenIn(first.token) });
    expect(second.isNewDevice).toBe(true);
    expect(second.deviceId).not.toBe(first.deviceId);
    expect(await devicesIn(second.all)).toHaveLength(1);
    expect(await authenticatePress(first.token)).toMatchObject({ ok: true });
  });
});

describe('a device that is switched off', () => {
  test('neither presses nor is signed in, and the others stay', async () => {
    const lost = await testSignIn(thandi.personId);
    const kept = await testSignIn(thandi.personId, { userAgent: FIREFOX });
    expect(await revokeDevice(await personIn(kept.all), { deviceId: lost.deviceId })).toMatchObject({
      ok: true,
    });
    for (const headers of [lost.all, lost.token, withToken(pressTokenIn(lost.token))]) {
      expect(await authenticatePress(headers)).toEqual(REVOKED);
    }
    expect((await personFrom(lost.session)).role).toBe('anonymous');
    expect(await authenticatePress(kept.token)).toMatchObject({ ok: true });
    expect(await devicesIn(kept.all)).toHaveLength(1);
    // A process that begins later reads it, and one that has not read yet asks.
    expect(await findTokenStanding(thandi.personId, lost.deviceId)).toEqual({
      edition: 1,
      isDeviceRevoked: true,
    });
    const { rows } = await pool().query(
      `select detail from audit_entry where action = 'device.revoke' and subject = $1`,
      [thandi.personId],
    );
    expect(rows).toEqual([{ detail: lost.deviceId }]);
  });

  test('is no way back: a sign-in with its token is a new device', async () => {
    const lost = await testSignIn(thandi.personId);
    const kept = await testSignIn(thandi.personId, { userAgent: FIREFOX });
    await revokeDevice(await personIn(kept.all), { deviceId: lost.deviceId });
    const again = await testSignIn(thandi.personId, { pressToken: pressTokenIn(lost.token) });
    expect(again.isNewDevice).toBe(true);
    expect(await authenticatePress(lost.token)).toEqual(REVOKED);
    expect(await authenticatePress(again.token)).toMatchObject({ ok: true });
  });

  test('is switched off once: a repeat writes nothing', async () => {
    const { all } = await testSignIn(thandi.personId);
    const person = await personIn(all);
    const [device] = await devicesIn(all);
    for (let times = 0; times < 3; times += 1) {
      expect(await revokeDevice(person, { deviceId: device?.deviceId })).toMatchObject({ ok: true });
    }
    const { rows } = await pool().query(
      "select from audit_entry where action = 'device.revoke' and subject = $1",
      [thandi.personId],
    );
    expect(rows).toHaveLength(1);
  });

  test('must be the person’s own', async () => {
    const theirs = await testSignIn(thandi.personId);
    thandi = await registerTestPerson();
    const mine = await testSignIn(thandi.personId);
    expect(await revokeDevice(await personIn(mine.all), { deviceId: theirs.deviceId })).toEqual({
      ok: false,
      code: 'device.not_found',
    });
    expect(await authenticatePress(theirs.token)).toMatchObject({ ok: true });
  });

  test('is one of all others, too, and this one’s new token lasts no longer than its old', async () => {
    const others = [
      await testSignIn(thandi.personId),
      await testSignIn(thandi.personId, { userAgent: FIREFOX }),
    ];
    const here = await testSignIn(thandi.personId);
    const actor = await personIn(here.all);
    await revokePressTokens(actor, {});
    later(DAY_MS);
    const renewed = carrying(await endOtherSessions(actor, here.all));
    for (const { all } of others) expect(await authenticatePress(all)).toEqual(REVOKED);
    const claims = readPressToken(pressTokenIn(renewed), new Date());
    expect(claims).toMatchObject({ edition: 2, deviceId: here.deviceId });
    expect(claims?.issuedAtMs).toBeLessThan(Date.now() - DAY_MS + 60_000);
    expect(await devicesIn(here.all)).toMatchObject([{ isThisOne: true }]);
  });
});

describe('signing out', () => {
  test('revokes this device’s token with all copies of it, and no other’s', async () => {
    const here = await testSignIn(thandi.personId);
    const elsewhere = await testSignIn(thandi.personId, { userAgent: FIREFOX });
    const cleared = await endPersonSession(here.all);
    expect(cleared.find(isPressCookie)).toMatchObject({ value: '', maxAgeSeconds: 0 });
    expect(await authenticatePress(here.token)).toEqual(REVOKED);
    expect(await authenticatePress(here.all)).toEqual(REVOKED);
    expect(await authenticatePress(elsewhere.token)).toMatchObject({ ok: true });
    expect(await devicesIn(elsewhere.all)).toHaveLength(1);
  });

  test('revokes a token, too, whose session has ended before', async () => {
    const here = await testSignIn(thandi.personId);
    await pool().query('delete from session where user_id = $1', [thandi.personId]);
    await endPersonSession(here.all);
    expect(await authenticatePress(here.token)).toEqual(REVOKED);
  });
});

test('a press by a token costs no query for its device', async () => {
  const { token } = await testSignIn(thandi.personId);
  // As in a process that hears of revocations.
  Object.assign(Reflect.get(globalThis, Symbol.for('vigil.press-token-editions')) ?? {}, {
    isComplete: true,
  });
  expect(knownStanding({ personId: thandi.personId, edition: 1 })).toBe('good');
  expect(await statementsOf(() => authenticatePress(token))).toEqual([]);
});
