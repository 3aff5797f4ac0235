import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deleteCustomer } from '#lib/customers/directory/delete-customer.ts';
import { readCustomer } from '#lib/customers/directory/read-customer.ts';
import { completeSignIn } from '#lib/customers/registration/complete-sign-in.ts';
import { startSignIn } from '#lib/customers/registration/start-sign-in.ts';
import { pool } from '#lib/db/database.ts';
import { mobileColumns } from '#lib/db/sealed-mobile.ts';
import { insertOperator } from '#lib/identity/accounts.ts';
import { anonymousActor, operatorActor } from '#lib/identity/actor.ts';
import { registerTestPerson } from '#lib/testing/test-callout.ts';
import { endTestSignup } from '#lib/testing/test-signup.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { auraClient } from '#lib/upstream/aura-client.ts';
import { createSignup } from './create-signup.ts';
import { listSignups } from './list-signups.ts';
import { recheckSignup } from './recheck-signup.ts';
import { returnFromSignup } from './return-from-signup.ts';

const world = await testWorld({ APP_URL: 'https://vigil.test' });

const admin = operatorActor('admin', 'ada', 'Ada', '192.0.2.7', new Date());
const USUAL = {
  signupSession: 'newer',
  signupCustomer: 'at_once',
  failedSignup: 'nobody',
  signupReturn: 'all',
};
let serial = 0;
let mobile = '';
let visitor = anonymousActor('192.0.2.1');

beforeAll(() =>
  insertOperator({ id: 'ada', name: 'Ada', email: 'ada@vigil.test', role: 'admin' }, 'none', new Date()),
);
beforeEach(() => {
  serial += 1;
  mobile = `+2776${String(serial).padStart(7, '0')}`;
  visitor = anonymousActor(`192.0.2.${serial}`);
});
afterEach(async () => {
  await world.restoreAura();
  await world.flip(USUAL);
});

async function made(email = '') {
  const created = await createSignup(admin, { email });
  if (!created.ok) throw new Error(created.code);
  return created.value;
}

const end = (url: string, ending: string) =>
  endTestSignup(url, ending, { name: 'Thandi', surname: 'Nkosi', mobile, subscriptionTypeId: '5' });

const comeBack = (by: Record<string, string | undefined>) => returnFromSignup(visitor, by);

async function people() {
  const { rows } = await pool().query(
    'select id, name, surname, origin, aura_customer_id::int as customer from person where mobile_hash = $1',
    [mobileColumns(mobile).mobileHash],
  );
  return rows;
}

async function stateOf(signupId: string) {
  const listed = await listSignups(admin, {});
  return listed.ok ? listed.value.signups.find((each) => each.signupId === signupId)?.state : null;
}

describe('a completed signup', () => {
  test('imports AURA’s customer, who signs in with a code', async () => {
    const { signupId, url } = await made('thandi@vigil.test');
    expect(await stateOf(signupId)).toBe('open');
    const back = await end(url, 'completed');
    expect(back).toEqual({ reference: signupId, status: 'completed' });
    const returned = await comeBack(back);
    const [person] = await people();
    expect(person).toMatchObject({ name: 'Thandi', surname: 'Nkosi', origin: 'hosted_signup' });
    expect(returned).toMatchObject({
      ok: true,
      value: { outcome: { kind: 'registered', customerId: person.customer, isCovered: true } },
    });
    expect(JSON.stringify(returned)).not.toContain(mobile);
    expect(await stateOf(signupId)).toBe('registered');
    expect(await readCustomer(admin, { customerId: person.customer })).toMatchObject({
      ok: true,
      value: { subscriptionTypeId: 5, subscription: { standing: 'active', daysLeft: 364 } },
    });

    const started = await startSignIn(visitor, { mobile });
    const codeId = started.ok ? started.value.codeId : '';
    expect(await completeSignIn(visitor, { codeId, code: await world.codeFor(mobile) })).toMatchObject({
      ok: true,
    });
  });

  test('counts once, however often and by whom its return is opened', async () => {
    const { url } = await made();
    const back = await end(url, 'completed');
    await Promise.all([comeBack(back), comeBack(back), comeBack(back)]);
    const asked = await world.callsOf('readSignupSession');
    for (const status of ['completed', 'failed', 'cancelled', undefined]) {
      expect(await comeBack({ ...back, status })).toMatchObject({
        ok: true,
        value: { outcome: { kind: 'registered' } },
      });
    }
    expect(await people()).toHaveLength(1);
    expect(await world.callsOf('readSignupSession')).toBe(asked);
    const { rows } = await pool().query(
      "select detail from audit_entry where action = 'customer.take_in' and detail = $1",
      [`signup ${back.reference}`],
    );
    expect(rows).toHaveLength(1);
  });

  test('whose return never came is found by asking again', async () => {
    const { signupId, url } = await made();
    expect(await recheckSignup(admin, { signupId })).toEqual({ ok: true, value: { kind: 'nobody_yet' } });
    await end(url, 'completed');
    expect(await recheckSignup(admin, { signupId })).toMatchObject({
      ok: true,
      value: { kind: 'registered' },
    });
    expect(await people()).toHaveLength(1);
  });

  test('that AURA reports later is unknown until then', async () => {
    await world.flip({ signupCustomer: 'after_a_minute' });
    const { signupId, url } = await made();
    const back = await end(url, 'completed');
    expect(await comeBack(back)).toMatchObject({
      ok: true,
      value: { outcome: { kind: 'nobody_yet' }, said: 'completed' },
    });
    expect(await stateOf(signupId)).toBe('returned');
    expect(await people()).toEqual([]);
    await world.flip({ signupCustomer: 'at_once' });
    expect(await comeBack(back)).toMatchObject({ ok: true, value: { outcome: { kind: 'registered' } } });
  });

  test.each([{ signupSession: 'older' }, { signupReturn: 'nothing' }])('holds with %o', async (positions) => {
    await world.flip(positions);
    const { signupId, url } = await made();
    await end(url, 'completed');
    expect(await comeBack({ reference: signupId })).toMatchObject({
      ok: true,
      value: { outcome: { kind: 'registered' } },
    });
  });
});

describe('a signup that was not completed', () => {
  test('failed: shows why, creates nobody, and may still be completed', async () => {
    const { signupId, url } = await made();
    expect(await comeBack(await end(url, 'failed'))).toEqual({
      ok: true,
      value: { outcome: { kind: 'nobody_yet' }, said: 'failed', errorCode: 'payment_failed' },
    });
    expect(await stateOf(signupId)).toBe('failed');
    expect(await people()).toEqual([]);
    await comeBack(await end(url, 'completed'));
    expect(await stateOf(signupId)).toBe('registered');
  });

  test('cancelled', async () => {
    const { signupId, url } = await made();
    expect(await comeBack(await end(url, 'cancelled'))).toMatchObject({
      ok: true,
      value: { outcome: { kind: 'nobody_yet' }, said: 'cancelled' },
    });
    expect(await stateOf(signupId)).toBe('cancelled');
  });

  test('failed after AURA made the customer: registered, and shown that nobody would be sent', async () => {
    await world.flip({ failedSignup: 'unsubscribed_customer' });
    const { url } = await made();
    expect(await comeBack(await end(url, 'failed'))).toMatchObject({
      ok: true,
      value: { outcome: { kind: 'registered', isCovered: false } },
    });
    const [{ customer }] = await people();
    expect(await readCustomer(admin, { customerId: customer })).toMatchObject({
      ok: true,
      value: { subscription: { standing: 'none', daysLeft: 0 } },
    });
  });
});

describe('a customer of AURA’s who cannot be taken in', () => {
  test('with another person’s mobile: reported, and imported once that is resolved', async () => {
    const other = await registerTestPerson();
    await auraClient().updateCustomer({
      customerId: other.customerId,
      customer: { mobile: `+2775${String(serial).padStart(7, '0')}` },
    });
    mobile = other.mobile;
    const { signupId, url } = await made();
    expect(await comeBack(await end(url, 'completed'))).toMatchObject({
      ok: true,
      value: { outcome: { kind: 'held', why: 'mobile_taken' } },
    });
    expect(await stateOf(signupId)).toBe('held');
    expect(await people()).toMatchObject([{ customer: other.customerId }]);
    await deleteCustomer(admin, { customerId: other.customerId, confirmation: 'Nkosi' });
    expect(await recheckSignup(admin, { signupId })).toMatchObject({
      ok: true,
      value: { kind: 'registered' },
    });
  });

  test('has no mobile that can receive a code', async () => {
    mobile = '+27115550000';
    const { url } = await made();
    expect(await comeBack(await end(url, 'completed'))).toMatchObject({
      ok: true,
      value: { outcome: { kind: 'held', why: 'unreadable' } },
    });
    expect(await people()).toEqual([]);
  });

  test('was deleted since', async () => {
    const { url } = await made();
    const back = await end(url, 'completed');
    await comeBack(back);
    const [{ customer }] = await people();
    await deleteCustomer(admin, { customerId: customer, confirmation: 'Nkosi' });
    expect(await comeBack(back)).toMatchObject({
      ok: true,
      value: { outcome: { kind: 'held', why: 'deleted' } },
    });
  });
});

describe('AURA unavailable', () => {
  test.each(['readSignupSession', 'listCustomerSubscriptions'] as const)(
    'at %s: nothing is said and nobody taken in; later they are',
    async (operation) => {
      const { url } = await made();
      const back = await end(url, 'completed');
      await world.breakAura(operation, 'status');
      expect(await comeBack(back)).toEqual({ ok: false, code: 'aura.not_asked' });
      expect(await people()).toEqual([]);
      await world.restoreAura();
      expect(await comeBack(back)).toMatchObject({ ok: true, value: { outcome: { kind: 'registered' } } });
    },
  );
});
