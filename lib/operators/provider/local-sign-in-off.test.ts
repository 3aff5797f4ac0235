import { beforeEach, describe, expect, test } from 'vitest';
import { enrolleeFrom, operatorFrom } from '#lib/identity/session.ts';
import { inviteOperator } from '#lib/operators/invite-operator.ts';
import { joinAsOperator } from '#lib/operators/join-as-operator.ts';
import { carrying, given, PASSWORD } from '#lib/testing/operator-world.ts';
import { providerWorld } from '#lib/testing/provider-world.ts';
import { testEnv } from '#lib/testing/test-env.ts';

const world = await providerWorld();
const { signIn, newOperator, signInAs, somebody, visitor, auditedOf } = world;

beforeEach(world.settle);

const off = (settings: Record<string, string> = {}) =>
  testEnv({ OPERATOR_LOCAL_SIGN_IN: 'off', ADMIN_SECOND_FACTOR: 'optional', ...settings });

describe('with local sign-in switched off', () => {
  test('a right password opens nothing, is refused like a wrong one, and what it opened before ends', async () => {
    testEnv({ ADMIN_SECOND_FACTOR: 'optional' });
    const { email } = await newOperator();
    const before = await signIn(email);
    expect(await world.roleOf(before)).toBe('operator');
    off();
    expect(await world.roleOf(before)).toBe('anonymous');
    await expect(signIn(email)).rejects.toThrow('operator.sign_in_failed');
  });

  test('a session of an operator who has a second step ends too: not only who lacks one is kept out', async () => {
    testEnv({ ADMIN_SECOND_FACTOR: 'optional' });
    const { email, device } = await world.withPasskey('admin');
    const waiting = await signIn(email);
    const answered = given(await world.answer(waiting, device.answer(await world.begin(waiting))));
    const before = carrying(answered.cookies);
    expect(await world.roleOf(before)).toBe('admin');
    off();
    expect(await world.roleOf(before)).toBe('anonymous');
  });

  test('nobody is invited, and an invitation of before makes no account', async () => {
    const admin = await operatorFrom(carrying(given(await signInAs(recently(['vigil-admins']))).cookies));
    const asked = { email: 'new@vigil.test', role: 'admin' };
    const token = given(await inviteOperator(admin, asked))
      .link.split('/')
      .at(-1);
    off();
    expect(await inviteOperator(admin, asked)).toMatchObject({ code: 'operator.local_off' });
    const joined = await joinAsOperator(visitor, { token, name: 'Mallory', password: PASSWORD });
    expect(joined).toMatchObject({ ok: false, code: 'operator.local_off' });
  });

  test('the provider still signs in', async () => {
    off();
    expect(await signInAs(somebody())).toMatchObject({ ok: true });
  });
});

describe('the account of an emergency', () => {
  test('still signs in, must have a second step whatever is set, and is audited as that', async () => {
    const { operatorId, email } = await newOperator('viewer');
    off({ BREAK_GLASS_EMAIL: email.toUpperCase() });
    const headers = await signIn(email);
    expect((await enrolleeFrom(headers)).role).toBe('enrolling');
    expect(await auditedOf(operatorId)).toEqual(['operator.break_glass: ']);
  });

  test('is let in with its second step', async () => {
    const { operatorId, email, device } = await world.withPasskey('admin');
    off({ BREAK_GLASS_EMAIL: email });
    const waiting = await signIn(email);
    const answered = given(await world.answer(waiting, device.answer(await world.begin(waiting))));
    expect(await world.roleOf(carrying(answered.cookies))).toBe('admin');
    expect((await auditedOf(operatorId)).at(-1)).toBe('operator.break_glass: by passkey Key');
  });

  test('is one: no other password counts', async () => {
    const { email } = await newOperator('admin');
    off({ BREAK_GLASS_EMAIL: 'another@vigil.test' });
    await expect(signIn(email)).rejects.toThrow('operator.sign_in_failed');
  });
});

/** Whom the provider has just asked who they are. */
function recently(groups: string[]) {
  return { ...somebody(groups), auth_time: Math.floor(Date.now() / 1_000) };
}
