import { beforeEach, describe, expect, test, vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { personActor, systemActor } from '#lib/identity/actor.ts';
import { PRESS_COOKIE } from '#lib/identity/cookie-names.ts';
import { recordUses } from '#lib/identity/devices.ts';
import { forgetExpired } from '#lib/identity/forget-expired.ts';
import { endPersonSession } from '#lib/identity/person-session.ts';
import {
  deviceIdOf,
  PRESS_TOKEN_LIFETIME_MS,
  readPressToken,
  signPressToken,
} from '#lib/identity/press-token.ts';
import { authenticatePress } from '#lib/identity/presser.ts';
import { revokeDevice } from '#lib/identity/revoke-device.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { statementsOf } from '#lib/testing/plans.ts';
import { ANDROID, devicesIn, FIREFOX, personIn, testSignIn } from '#lib/testing/test-browser.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';

await testWorld();

// Tokens that an earlier build gave, and what becomes of devices in time.

const DAY_MS = 86_400_000;
const REVOKED = { ok: false, code: 'press.token_revoked' };

let thandi: TestPerson;

beforeEach(async () => {
  thandi = await registerTestPerson();
});

/** A token of a build that kept no devices. */
const oldToken = (issuedAtMs = Date.now()) =>
  signPressToken({ personId: thandi.personId, customerId: thandi.customerId, edition: 1, issuedAtMs });
const withToken = (token: string) =>
  new Headers({ cookie: `${PRESS_COOKIE}=${token}`, 'user-agent': ANDROID });

describe('a token from before devices were kept', () => {
  test('goes on, is listed once it was used, and can be switched off with its session', async () => {
    const token = oldToken();
    expect(await authenticatePress(withToken(token))).toMatchObject({ ok: true });
    const claims = readPressToken(token, new Date());
    if (!claims) throw new Error('not read');
    const use = { deviceId: deviceIdOf(claims), personId: thandi.personId };
    await recordUses([{ ...use, name: 'Chrome on Android', signedInAt: new Date() }], new Date());
    const here = await testSignIn(thandi.personId, { userAgent: FIREFOX });
    expect(await devicesIn(here.all)).toMatchObject([
      { isThisOne: true },
      { name: 'Chrome on Android', deviceId: use.deviceId },
    ]);
    await revokeDevice(await personIn(here.all), { deviceId: use.deviceId });
    expect(await authenticatePress(withToken(token))).toEqual(REVOKED);
  });

  test('is revoked with its copies by signing out', async () => {
    const token = oldToken();
    await endPersonSession(withToken(token));
    expect(await authenticatePress(withToken(token))).toEqual(REVOKED);
    expect(await authenticatePress(withToken(oldToken(Date.now() - 1)))).toMatchObject({ ok: true });
  });

  test('is the device of the session beside it', async () => {
    const { session } = await testSignIn(thandi.personId);
    await pool().query('delete from device where person_id = $1', [thandi.personId]);
    const token = oldToken();
    const both = new Headers(session);
    both.set('cookie', `${session.get('cookie')}; ${PRESS_COOKIE}=${token}`);
    const claims = readPressToken(token, new Date());
    expect(await devicesIn(both)).toMatchObject([
      { isThisOne: true, deviceId: claims && deviceIdOf(claims) },
    ]);
    expect(await devicesIn(both)).toHaveLength(1);
  });
});

test('that a token was used is written a little later, not by the request', async () => {
  const token = oldToken();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const sent = await statementsOf(async () => {
    for (let use = 0; use < 3; use += 1) await authenticatePress(withToken(token));
  });
  expect(sent.filter(({ text }) => text.includes('device') && !text.startsWith('select'))).toEqual([]);
  vi.advanceTimersByTime(5_000);
  vi.useRealTimers();
  await eventually(async () => {
    const { rows } = await pool().query('select name from device where person_id = $1', [thandi.personId]);
    expect(rows).toEqual([{ name: 'Chrome on Android' }]);
  });
});

test('when a device was last used is written once a day, and what never was a person’s is not', async () => {
  const signedIn = await testSignIn(thandi.personId);
  const use = { deviceId: signedIn.deviceId, personId: thandi.personId, name: 'x', signedInAt: new Date() };
  const lastUsed = async () => {
    const { rows } = await pool().query('select name, last_used_at as at from device where id = $1', [
      use.deviceId,
    ]);
    return rows[0];
  };
  const { at } = await lastUsed();
  await recordUses([use], new Date(at.getTime() + 3_600_000));
  expect(await lastUsed()).toEqual({ name: 'Chrome on Android', at });
  const nextDay = new Date(at.getTime() + DAY_MS);
  await recordUses([use, { ...use, deviceId: crypto.randomUUID(), personId: 'nobody' }], nextDay);
  expect(await lastUsed()).toEqual({ name: 'Chrome on Android', at: nextDay });
});

test('a device is forgotten when its last token has run out, revoked or not', async () => {
  const signedIn = await testSignIn(thandi.personId);
  const count = async () => {
    const { rows } = await pool().query('select id from device where id = $1', [signedIn.deviceId]);
    return rows.length;
  };
  const id = signedIn.deviceId;
  await revokeDevice(personActor(thandi.personId, '192.0.2.1'), { deviceId: id });
  await forgetExpired(systemActor('test'), {});
  expect(await count()).toBe(1);
  await pool().query("update device set signed_in_at = now() - $1 * interval '1 ms' where id = $2", [
    PRESS_TOKEN_LIFETIME_MS + DAY_MS,
    id,
  ]);
  await forgetExpired(systemActor('test'), {});
  expect(await count()).toBe(0);
});
