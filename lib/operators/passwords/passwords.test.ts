import { beforeEach, describe, expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { insertOperator } from '#lib/identity/accounts.ts';
import { anonymousActor, operatorActor, systemActor } from '#lib/identity/actor.ts';
import { HOUR_MS, OPERATOR_ATTEMPTS, OPERATOR_ATTEMPTS_AN_ADDRESS } from '#lib/identity/model.ts';
import { passwordProblems } from '#lib/identity/password-strength.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { signInOperator } from '#lib/identity/sign-in-operator.ts';
import { changeOperatorRole } from '#lib/operators/change-operator-role.ts';
import { switchOperator } from '#lib/operators/switch-operator.ts';
import { ADDRESS, carrying, given, ORIGIN, operatorWorld, PASSWORD } from '#lib/testing/operator-world.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { changeOwnPassword } from './change-own-password.ts';
import { forgetPasswordLinks } from './forget-password-links.ts';
import { makePasswordLink } from './make-password-link.ts';
import { readPasswordLink } from './read-password-link.ts';
import { redeemPasswordLink } from './redeem-password-link.ts';
import { resetByCommand } from './reset-by-command.ts';

const world = await operatorWorld();
testEnv({ ADMIN_SECOND_FACTOR: 'optional', APP_URL: ORIGIN });
const { newOperator, signIn, withPasskey, auditedOf, later, roleOf } = world;

const NEW = 'a new one of several words';
const GONE = { ok: false, code: 'password_reset.gone' };
const FAILED = { ok: false, code: 'operator.sign_in_failed' };
const visitor = anonymousActor(ADDRESS);

beforeEach(world.settle);

async function newAdmin() {
  const { operatorId, email } = await newOperator('admin');
  return { operatorId, email, actor: operatorActor('admin', operatorId, 'Ada', ADDRESS, new Date()) };
}

const tokenIn = (link: string) => new URL(link).pathname.split('/').at(-1) ?? '';

async function linkFor(operatorId: string, by?: Awaited<ReturnType<typeof newAdmin>>['actor']) {
  const { link } = given(await makePasswordLink(by ?? (await newAdmin()).actor, { operatorId }));
  return tokenIn(link);
}

const redeem = (token: string, chosen = NEW) => redeemPasswordLink(visitor, { token, chosen });
const read = (token: string) => readPasswordLink(visitor, { token });
const enter = (email: string, password: string) => signInOperator(visitor, { email, password });

describe('a link to a new password', () => {
  test('gives the operator a new password, ends all sessions, and signs nobody in', async () => {
    const { operatorId, email } = await newOperator();
    const sessions = [await signIn(email), await signIn(email)];
    const admin = await newAdmin();
    const token = await linkFor(operatorId, admin.actor);
    expect(await read(token)).toEqual({ ok: true, value: { email } });
    expect(await Promise.all(sessions.map(roleOf))).toEqual(['operator', 'operator']);
    expect(await redeem(token)).toEqual({ ok: true, value: null });
    expect(await Promise.all(sessions.map(roleOf))).toEqual(['anonymous', 'anonymous']);
    expect(await enter(email, PASSWORD)).toEqual(FAILED);
    expect(await enter(email, NEW)).toMatchObject({ ok: true });
    expect(await auditedOf(operatorId)).toEqual(
      expect.arrayContaining([
        'operator.make_password_link: ',
        'operator.reset_password: by an admin’s link, sessions ended: 2',
      ]),
    );
  });

  test('works once, also for ten who use it at the same moment', async () => {
    const { operatorId } = await newOperator();
    const token = await linkFor(operatorId);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, nth) => redeem(token, `${NEW} number ${nth}`)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await read(token)).toEqual(GONE);
    expect(await redeem(token)).toEqual(GONE);
  });

  test('runs out after an hour, and is forgotten then', async () => {
    const { operatorId, email } = await newOperator();
    const token = await linkFor(operatorId);
    later(HOUR_MS - 1);
    expect(await read(token)).toMatchObject({ ok: true });
    await forgetPasswordLinks(systemActor('test'), {});
    later(1);
    expect(await read(token)).toEqual(GONE);
    expect(await redeem(token)).toEqual(GONE);
    expect(await enter(email, PASSWORD)).toMatchObject({ ok: true });
    await forgetPasswordLinks(systemActor('test'), {});
    const { rowCount } = await pool().query('select 1 from operator_password_reset where operator_id = $1', [
      operatorId,
    ]);
    expect(rowCount).toBe(0);
  });

  test('is stored as a hash, and replaced by the next one', async () => {
    const { operatorId } = await newOperator();
    const first = await linkFor(operatorId);
    const { rows } = await pool().query('select * from operator_password_reset');
    expect(JSON.stringify(rows)).not.toContain(first);
    const second = await linkFor(operatorId);
    expect(await redeem(first)).toEqual(GONE);
    expect(await redeem(second)).toMatchObject({ ok: true });
  });

  test('is useless once its maker is no admin, and for an operator who is switched off', async () => {
    const [admin, chief] = [await newAdmin(), await newAdmin()];
    const { operatorId } = await newOperator();
    const token = await linkFor(operatorId, admin.actor);
    await changeOperatorRole(chief.actor, { operatorId: admin.operatorId, role: 'operator' });
    expect(await redeem(token)).toEqual(GONE);
    const another = await linkFor(operatorId, chief.actor);
    await switchOperator(chief.actor, { operatorId, to: 'off' });
    expect(await redeem(another)).toEqual(GONE);
    await switchOperator(chief.actor, { operatorId, to: 'on' });
    expect(await redeem(another)).toMatchObject({ ok: true });
  });

  test('is not made for oneself, nor for nobody', async () => {
    const { operatorId, actor } = await newAdmin();
    expect(await makePasswordLink(actor, { operatorId })).toMatchObject({ code: 'operator.own_password' });
    expect(await makePasswordLink(actor, { operatorId: 'nobody' })).toMatchObject({
      code: 'operator.not_found',
    });
  });

  test('gives a password to an operator who has none', async () => {
    const operatorId = crypto.randomUUID();
    const email = `${operatorId}@vigil.test`;
    await insertOperator({ id: operatorId, name: 'Olga', email, role: 'viewer' }, 'unset', new Date());
    await pool().query('delete from account where user_id = $1', [operatorId]);
    expect(await enter(email, PASSWORD)).toEqual(FAILED);
    expect(await redeem(await linkFor(operatorId))).toMatchObject({ ok: true });
    expect(await enter(email, NEW)).toMatchObject({ ok: true });
  });

  test('takes no password that is easy to guess, says why, and stays good', async () => {
    const { operatorId, email } = await newOperator();
    const token = await linkFor(operatorId);
    for (const [chosen, problem] of [
      ['Password1234!', passwordProblems.stolen],
      ['short', 'At least 12 characters'],
    ] as const) {
      expect(await redeem(token, chosen)).toEqual({
        ok: false,
        code: 'input.invalid',
        fields: { chosen: problem },
      });
    }
    expect(await enter(email, PASSWORD)).toMatchObject({ ok: true });
    expect(await redeem(token)).toMatchObject({ ok: true });
  });

  test('is not guessed: tries from one address are limited', async () => {
    const tries = Array.from({ length: OPERATOR_ATTEMPTS_AN_ADDRESS }, () => redeem('x'.repeat(43)));
    expect(new Set((await Promise.all(tries)).map((each) => (each.ok ? '' : each.code)))).toEqual(
      new Set(['password_reset.gone']),
    );
    expect(await redeem('x'.repeat(43))).toMatchObject({ code: 'operator.too_many_attempts' });
  });

  test('leaves the second step, and ends a sign-in that waits for it', async () => {
    const { operatorId, email, device } = await withPasskey();
    const waiting = await signIn(email);
    const response = device.answer(await world.begin(waiting));
    await redeem(await linkFor(operatorId));
    expect(await world.answer(waiting, response)).toMatchObject({ code: 'second_factor.expired' });
    expect(given(await enter(email, NEW)).needsCode).toBe(true);
  });

  test('leaves no session of the old password, however close a sign-in with it comes', async () => {
    const { operatorId, email } = await newOperator();
    const token = await linkFor(operatorId);
    const entering = Array.from({ length: 6 }, () => enter(email, PASSWORD));
    await Promise.all([redeem(token), ...entering]);
    const entered = await Promise.all(entering);
    const roles = entered.map(async (each) => (each.ok ? roleOf(carrying(each.value.cookies)) : 'anonymous'));
    expect(new Set(await Promise.all(roles))).toEqual(new Set(['anonymous']));
  });
});

describe('one’s own password', () => {
  const change = async (headers: Headers, present: string, chosen = NEW) =>
    changeOwnPassword(await operatorFrom(headers), { headers, present, chosen });

  test('is changed with the present one; other sessions and a link end, this session stays', async () => {
    const { operatorId, email } = await newOperator();
    const [mine, other] = [await signIn(email), await signIn(email)];
    const token = await linkFor(operatorId);
    expect(await change(mine, PASSWORD)).toEqual({ ok: true, value: null });
    expect([await roleOf(mine), await roleOf(other)]).toEqual(['operator', 'anonymous']);
    expect(await enter(email, PASSWORD)).toEqual(FAILED);
    expect(await enter(email, NEW)).toMatchObject({ ok: true });
    expect(await redeem(token)).toEqual(GONE);
    expect(await auditedOf(operatorId)).toContain('operator.change_password: other sessions ended: 1');
  });

  test('is not changed without it, and it is not guessed', async () => {
    const { email } = await newOperator();
    const headers = await signIn(email);
    for (let tries = 0; tries < OPERATOR_ATTEMPTS; tries += 1) {
      expect(await change(headers, 'not it at all')).toMatchObject({ code: 'operator.password_wrong' });
    }
    expect(await change(headers, PASSWORD)).toMatchObject({ code: 'operator.too_many_attempts' });
    expect(await enter(email, PASSWORD)).toMatchObject({ ok: true });
  });

  test.each([
    ['Password1234!', passwordProblems.stolen],
    ['short', 'At least 12 characters'],
    [PASSWORD, 'This is your present password'],
  ])('does not become %s', async (chosen, problem) => {
    const { email } = await newOperator();
    expect(await change(await signIn(email), PASSWORD, chosen)).toMatchObject({
      fields: { chosen: problem },
    });
    expect(await enter(email, PASSWORD)).toMatchObject({ ok: true });
  });
});

describe('the command for who is locked out', () => {
  const command = (email: string, withSecondFactor = false) =>
    resetByCommand(systemActor('operator:reset'), { email, withSecondFactor });

  test('makes a link that needs no admin, and is in the audit', async () => {
    const { operatorId, email } = await newAdmin();
    const { link, isSwitchedOff } = given(await command(email.toUpperCase()));
    expect(isSwitchedOff).toBe(false);
    expect(link).toMatch(`${ORIGIN}/admin/new-password/`);
    expect(await redeem(tokenIn(link))).toMatchObject({ ok: true });
    expect(await enter(email, NEW)).toMatchObject({ ok: true });
    expect(await auditedOf(operatorId)).toEqual(
      expect.arrayContaining([
        'operator.make_password_link: ',
        'operator.reset_password: by the command’s link, sessions ended: 0',
      ]),
    );
  });

  test('removes the second step when asked, and only then', async () => {
    const { email, operatorId } = await withPasskey('admin');
    given(await command(email));
    expect(given(await enter(email, PASSWORD)).needsCode).toBe(true);
    given(await command(email, true));
    expect(given(await enter(email, PASSWORD)).needsCode).toBe(false);
    expect(await auditedOf(operatorId)).toContain('second_factor.reset: 1 passkeys');
  });

  test('knows no address that is not an operator’s', async () => {
    expect(await command('nobody@vigil.test')).toEqual({ ok: false, code: 'operator.not_found' });
  });
});
