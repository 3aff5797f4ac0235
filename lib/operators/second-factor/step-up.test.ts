import { beforeEach, describe, expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { OPERATOR_ATTEMPTS, STEP_UP_MS } from '#lib/identity/model.ts';
import { enrolleeFrom, operatorFrom } from '#lib/identity/session.ts';
import { inviteOperator } from '#lib/operators/invite-operator.ts';
import { appCode } from '#lib/testing/authenticator-app.ts';
import { testDevice } from '#lib/testing/authenticator-device.ts';
import { ADDRESS, carrying, given, ORIGIN, operatorWorld, PASSWORD } from '#lib/testing/operator-world.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { confirmSecondFactor } from './confirm-second-factor.ts';
import { readStepUp } from './read-step-up.ts';
import { startPasskeyStepUp } from './start-passkey-step-up.ts';
import { startSecondFactor } from './start-second-factor.ts';
import { stepUp } from './step-up.ts';
import { stepUpByPasskey } from './step-up-by-passkey.ts';

const world = await operatorWorld();
const { newOperator, signIn, withPasskey, auditedOf, later } = world;

const REQUIRED = { ok: false, code: 'step_up.required' };

beforeEach(world.settle);

/** What a stolen open session would like to do. */
const invite = async (headers: Headers) =>
  inviteOperator(await operatorFrom(headers), { email: `${crypto.randomUUID()}@vigil.test`, role: 'admin' });

const by = async (headers: Headers, proof: { code?: string; password?: string }) =>
  stepUp(await operatorFrom(headers), { headers, ...proof });

const askPasskey = async (headers: Headers) =>
  given(await startPasskeyStepUp(await operatorFrom(headers), { headers })).options;

const byPasskey = async (headers: Headers, response: string) =>
  stepUpByPasskey(await operatorFrom(headers), { headers, response });

/** An admin with an app, signed in just now. */
async function withApp() {
  const { operatorId, email } = await newOperator('admin');
  const headers = await signIn(email);
  const actor = await enrolleeFrom(headers);
  const { secret, recoveryCodes } = given(await startSecondFactor(actor, { headers, password: PASSWORD }));
  const confirmed = await confirmSecondFactor(actor, { headers, code: appCode(secret, Date.now()) });
  return {
    ...{ operatorId, email, secret, recoveryCodes },
    headers: carrying(given(confirmed).cookies),
    code: () => appCode(secret, Date.now()),
  };
}

describe('a step-up', () => {
  test('is not asked for ten minutes after the sign-in, and then until it is given, for ten minutes more', async () => {
    const { headers, code, operatorId } = await withApp();
    expect(await invite(headers)).toMatchObject({ ok: true });
    later(STEP_UP_MS - 1);
    expect(await invite(headers)).toMatchObject({ ok: true });
    later(1);
    expect(await invite(headers)).toEqual(REQUIRED);
    expect(given(await readStepUp(await operatorFrom(headers), {}))).toEqual({
      ...{ hasApp: true, hasPasskey: false, byPassword: false, atProvider: null, isProven: false },
    });
    expect(await by(headers, { code: code() })).toEqual({ ok: true, value: null });
    expect(given(await readStepUp(await operatorFrom(headers), {})).isProven).toBe(true);
    expect(await invite(headers)).toMatchObject({ ok: true });
    later(STEP_UP_MS);
    expect(await invite(headers)).toEqual(REQUIRED);
    expect(await auditedOf(operatorId)).toContain('operator.step_up: by app code');
  });

  test('counts for its own session only', async () => {
    const { headers, device, email } = await withPasskey('admin');
    const waiting = await signIn(email);
    const other = carrying(
      given(await world.answer(waiting, device.answer(await world.begin(waiting)))).cookies,
    );
    later(STEP_UP_MS);
    expect(await byPasskey(headers, device.answer(await askPasskey(headers)))).toMatchObject({ ok: true });
    expect(await invite(headers)).toMatchObject({ ok: true });
    expect(await invite(other)).toEqual(REQUIRED);
  });

  test('of an operator with a factor is not by the password', async () => {
    const { headers, operatorId } = await withApp();
    later(STEP_UP_MS);
    expect(await by(headers, { password: PASSWORD })).toEqual({ ok: false, code: 'step_up.factor_required' });
    expect(await invite(headers)).toEqual(REQUIRED);
    expect(await auditedOf(operatorId)).toContain('operator.refuse_step_up: step_up.factor_required');
  });

  test('takes a code once, and a recovery code once', async () => {
    const { headers, code, recoveryCodes } = await withApp();
    later(STEP_UP_MS);
    const [shown, recovery = ''] = [code(), recoveryCodes[0]];
    expect(await by(headers, { code: shown })).toMatchObject({ ok: true });
    expect(await by(headers, { code: shown })).toEqual({ ok: false, code: 'second_factor.wrong' });
    expect(await by(headers, { code: recovery })).toMatchObject({ ok: true });
    expect(await by(headers, { code: recovery })).toEqual({ ok: false, code: 'second_factor.wrong' });
  });

  test('is not guessed: after ten tries the right code is refused too', async () => {
    const { headers, code } = await withApp();
    later(STEP_UP_MS);
    const wrong = code() === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < OPERATOR_ATTEMPTS; tries += 1) {
      expect(await by(headers, { code: wrong })).toMatchObject({ code: 'second_factor.wrong' });
    }
    expect(await by(headers, { code: code() })).toMatchObject({ code: 'operator.too_many_attempts' });
    expect(await invite(headers)).toEqual(REQUIRED);
  });

  test('does not turn on an app that is only being set up', async () => {
    const { headers, device } = await withPasskey('admin');
    const actor = await operatorFrom(headers);
    const { secret } = given(await startSecondFactor(actor, { headers, password: PASSWORD }));
    later(STEP_UP_MS);
    expect(await by(headers, { code: appCode(secret, Date.now()) })).toMatchObject({
      code: 'second_factor.no_app',
    });
    expect(await byPasskey(headers, device.answer(await askPasskey(headers)))).toMatchObject({ ok: true });
  });

  test('by passkey is for one session, its operator and one use', async () => {
    const [mine, theirs] = [await withPasskey('admin'), await withPasskey('admin')];
    later(STEP_UP_MS);
    const answer = mine.device.answer(await askPasskey(mine.headers));
    expect(await byPasskey(theirs.headers, answer)).toMatchObject({ code: 'passkey.challenge_gone' });
    const foreign = testDevice(ORIGIN);
    foreign.create(await world.ask(await operatorFrom(theirs.headers), theirs.headers));
    expect(await byPasskey(mine.headers, foreign.answer(await askPasskey(mine.headers)))).toMatchObject({
      ok: false,
    });
    expect(await byPasskey(mine.headers, answer)).toMatchObject({ ok: true });
    expect(await byPasskey(mine.headers, answer)).toMatchObject({ code: 'passkey.challenge_gone' });
    expect(await auditedOf(mine.operatorId)).toContain('operator.step_up: by passkey Key');
  });

  test('is by the password where no factor is required and the operator has none', async () => {
    testEnv({ ADMIN_SECOND_FACTOR: 'optional', APP_URL: ORIGIN });
    const { email } = await newOperator('admin');
    const headers = await signIn(email);
    later(STEP_UP_MS);
    expect(await invite(headers)).toEqual(REQUIRED);
    expect(await by(headers, { password: 'not it at all' })).toMatchObject({
      code: 'operator.password_wrong',
    });
    expect(await by(headers, {})).toMatchObject({ code: 'input.invalid' });
    expect(await invite(headers)).toEqual(REQUIRED);
    expect(await by(headers, { password: PASSWORD })).toEqual({ ok: true, value: null });
    expect(await invite(headers)).toMatchObject({ ok: true });
  });

  test('does not come to a session that has ended', async () => {
    const { headers, code, operatorId } = await withApp();
    const actor = await operatorFrom(headers);
    await pool().query('delete from session where user_id = $1', [operatorId]);
    later(STEP_UP_MS);
    expect(await stepUp(actor, { headers, code: code() })).toEqual({ ok: false, code: 'session.required' });
  });
});

test('the address of a step-up is in the audit', async () => {
  const { headers, code, operatorId } = await withApp();
  later(STEP_UP_MS);
  given(await by(headers, { code: code() }));
  const { rows } = await pool().query(
    `select address, actor_id from audit_entry where action = 'operator.step_up' and subject = $1`,
    [operatorId],
  );
  expect(rows).toEqual([{ address: ADDRESS, actor_id: operatorId }]);
});
