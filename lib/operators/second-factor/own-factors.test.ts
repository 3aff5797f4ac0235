import { beforeEach, describe, expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { anonymousActor, operatorActor } from '#lib/identity/actor.ts';
import { challengeIn } from '#lib/identity/second-factor.ts';
import { enrolleeFrom, operatorFrom } from '#lib/identity/session.ts';
import { readOperator } from '#lib/operators/read-operator.ts';
import { appCode } from '#lib/testing/authenticator-app.ts';
import { testDevice } from '#lib/testing/authenticator-device.ts';
import { ADDRESS, given, ORIGIN, operatorWorld, PASSWORD } from '#lib/testing/operator-world.ts';
import { confirmSecondFactor } from './confirm-second-factor.ts';
import { readOwnFactors } from './read-own-factors.ts';
import { removePasskey } from './remove-passkey.ts';
import { renamePasskey } from './rename-passkey.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';
import { resetSecondFactor } from './reset-second-factor.ts';
import { startPasskeySignIn } from './start-passkey-sign-in.ts';
import { startSecondFactor } from './start-second-factor.ts';
import { stopSecondFactor } from './stop-second-factor.ts';

const world = await operatorWorld();
const { newOperator, signIn, add, withPasskey, begin, answer, answerByCode, roleOf, auditedOf, later } =
  world;

const admin = operatorActor('admin', 'admin-1', 'Ada', ADDRESS, new Date());

beforeEach(world.settle);

describe('the ways in beside a passkey', () => {
  test('recovery codes work, once each, and codes of an app that was never set up do not', async () => {
    const { email, recoveryCodes } = await withPasskey();
    expect(await answerByCode(await signIn(email), '123456')).toEqual({
      ok: false,
      code: 'second_factor.no_app',
    });
    const [code = ''] = recoveryCodes;
    expect(await answerByCode(await signIn(email), code)).toMatchObject({ ok: true });
    expect(await answerByCode(await signIn(email), code)).toEqual({ ok: false, code: 'second_factor.wrong' });
  });

  test('one recovery code used concurrently signs in once', async () => {
    const { email, recoveryCodes } = await withPasskey();
    const [code = ''] = recoveryCodes;
    const waiting = [await signIn(email), await signIn(email), await signIn(email)];
    const answers = await Promise.all(waiting.map((headers) => answerByCode(headers, code)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(answers.map((each) => (each.ok ? '' : each.code)))).toEqual(
      new Set(['', 'second_factor.wrong']),
    );
  });

  test('new recovery codes ask for the password and void the old', async () => {
    const { email, headers, recoveryCodes, operatorId } = await withPasskey();
    const actor = await operatorFrom(headers);
    expect(await renewRecoveryCodes(actor, { password: 'not it' })).toMatchObject({
      code: 'operator.password_wrong',
    });
    await answerByCode(await signIn(email), recoveryCodes[0] ?? '');
    expect(given(await readOwnFactors(actor, {})).recoveryCodesLeft).toBe(9);
    const renewed = given(await renewRecoveryCodes(actor, { password: PASSWORD }));
    expect(given(await readOwnFactors(actor, {})).recoveryCodesLeft).toBe(10);
    expect(await answerByCode(await signIn(email), recoveryCodes[1] ?? '')).toMatchObject({ ok: false });
    expect(await answerByCode(await signIn(email), renewed[0] ?? '')).toMatchObject({ ok: true });
    expect(await auditedOf(operatorId)).toContain('second_factor.renew_recovery_codes: ');
  });

  test('there are none to renew without a factor', async () => {
    const actor = await enrolleeFrom(await signIn((await newOperator()).email));
    expect(await renewRecoveryCodes(actor, { password: PASSWORD })).toEqual({
      ok: false,
      code: 'second_factor.not_on',
    });
  });

  test('an app beside it: begun and left, it changes nothing; set up, both work; stopped, the passkey stays', async () => {
    const { email, headers, device, recoveryCodes } = await withPasskey('admin');
    const actor = await operatorFrom(headers);
    const begun = given(await startSecondFactor(actor, { headers, password: PASSWORD }));
    expect(begun.recoveryCodes).toEqual([]);
    expect(await answerByCode(await signIn(email), recoveryCodes[0] ?? '')).toMatchObject({ ok: true });

    const code = appCode(begun.secret, Date.now());
    expect(await confirmSecondFactor(actor, { headers, code })).toEqual({ ok: true, value: { cookies: [] } });
    expect(await roleOf(headers)).toBe('admin');
    // The code that set it up has been seen, and signs nobody in.
    expect(await answerByCode(await signIn(email), code)).toEqual({ ok: false, code: 'second_factor.wrong' });
    later(30_000);
    const next = appCode(begun.secret, Date.now());
    expect(await answerByCode(await signIn(email), next)).toMatchObject({ ok: true });

    expect(await stopSecondFactor(actor, { password: PASSWORD })).toMatchObject({ ok: true });
    expect(await roleOf(headers)).toBe('admin');
    later(30_000);
    const stale = appCode(begun.secret, Date.now());
    expect(await answerByCode(await signIn(email), stale)).toEqual({
      ok: false,
      code: 'second_factor.no_app',
    });
    expect(await answerByCode(await signIn(email), recoveryCodes[1] ?? '')).toMatchObject({ ok: true });
    const waiting = await signIn(email);
    expect(await answer(waiting, device.answer(await begin(waiting)))).toMatchObject({ ok: true });
  });
});

describe('one’s own passkeys', () => {
  test('are renamed, and removed with the password; only one’s own', async () => {
    const mine = await withPasskey();
    const other = await withPasskey();
    later(1_000);
    await add(mine.headers, testDevice(ORIGIN), 'Second');
    const actor = await operatorFrom(mine.headers);
    const gone = { ok: false, code: 'passkey.not_found' };
    const passkeyId = other.device.id;
    expect(await renamePasskey(actor, { passkeyId, label: 'Mine now' })).toEqual(gone);
    expect(await removePasskey(actor, { passkeyId, password: PASSWORD })).toEqual(gone);
    expect(await renamePasskey(actor, { passkeyId: mine.device.id, label: ' ' })).toMatchObject({
      fields: { label: 'Give it a name' },
    });
    expect(await renamePasskey(actor, { passkeyId: mine.device.id, label: 'Laptop' })).toMatchObject({
      ok: true,
    });
    const labels = given(await readOwnFactors(actor, {})).passkeys.map(({ label }) => label);
    expect(labels).toEqual(['Laptop', 'Second']);
    const removal = { passkeyId: mine.device.id, password: 'not it' };
    expect(await removePasskey(actor, removal)).toMatchObject({ code: 'operator.password_wrong' });
    expect(await removePasskey(actor, { ...removal, password: PASSWORD })).toMatchObject({ ok: true });
    expect((await auditedOf(mine.operatorId)).slice(-2)).toEqual([
      'passkey.rename: to Laptop',
      'passkey.remove: Laptop',
    ]);
    const waiting = await signIn(mine.email);
    expect(await answer(waiting, mine.device.answer(await begin(waiting)))).toEqual({
      ok: false,
      code: 'passkey.unknown',
    });
  });

  test('gone with the last, the password alone signs in; an admin who needs a factor is led to the next', async () => {
    const { email, headers, device, operatorId } = await withPasskey('admin');
    const actor = await operatorFrom(headers);
    expect(await removePasskey(actor, { passkeyId: device.id, password: PASSWORD })).toMatchObject({
      ok: true,
    });
    expect([await roleOf(headers), (await enrolleeFrom(headers)).role]).toEqual(['anonymous', 'enrolling']);
    expect((await enrolleeFrom(await signIn(email))).role).toBe('enrolling');
    expect((await pool().query('select 1 from two_factor where user_id = $1', [operatorId])).rowCount).toBe(
      0,
    );
  });

  test('of two factors that go at the same moment, one sees that it is the last', async () => {
    const { headers, device, operatorId } = await withPasskey();
    const second = testDevice(ORIGIN);
    await add(headers, second);
    const actor = await operatorFrom(headers);
    const remove = (passkeyId: string) => removePasskey(actor, { passkeyId, password: PASSWORD });
    await Promise.all([remove(device.id), remove(second.id)]);
    const { rows } = await pool().query('select two_factor_enabled as on from "user" where id = $1', [
      operatorId,
    ]);
    expect(rows).toEqual([{ on: false }]);
  });
});

test('an admin’s reset takes passkeys, app, recovery codes and sessions', async () => {
  const { email, headers, operatorId } = await withPasskey();
  await add(headers, testDevice(ORIGIN));
  const waiting = await signIn(email);
  expect(given(await readOperator(admin, { operatorId }))).toMatchObject({ hasApp: false, passkeys: 2 });
  expect(await resetSecondFactor(admin, { operatorId })).toMatchObject({ ok: true });
  expect(await roleOf(headers)).toBe('anonymous');
  expect(given(await readOperator(admin, { operatorId }))).toMatchObject({
    hasSecondFactor: false,
    passkeys: 0,
  });
  expect(
    await startPasskeySignIn(anonymousActor(ADDRESS), { challenge: await challengeIn(waiting) }),
  ).toEqual({
    ok: false,
    code: 'passkey.not_found',
  });
  expect((await enrolleeFrom(await signIn(email))).role).toBe('enrolling');
  expect(await auditedOf(operatorId)).toContain('second_factor.reset: 2 passkeys');
});
