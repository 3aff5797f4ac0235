import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { completeRegistration } from '#lib/customers/registration/complete-registration.ts';
import { completeSignIn } from '#lib/customers/registration/complete-sign-in.ts';
import { startRegistration } from '#lib/customers/registration/start-registration.ts';
import { startSignIn } from '#lib/customers/registration/start-sign-in.ts';
import { pool } from '#lib/db/database.ts';
import { mobileColumns } from '#lib/db/sealed-mobile.ts';
import { anonymousActor, operatorActor } from '#lib/identity/actor.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { auraClient } from '#lib/upstream/aura-client.ts';
import { registerCustomer } from './register-customer.ts';

const gateway = { isUp: true };
vi.mock('#lib/platform/text-message.ts', async (original) => {
  const { sendSms } = await original<typeof import('#lib/platform/text-message.ts')>();
  return { sendSms: async (to: string, body: string) => gateway.isUp && (await sendSms(to, body)) };
});

const world = await testWorld();

const operator = operatorActor('operator', 'operator-1', 'Ada', '192.0.2.7');
let serial = 0;
let mobile = '';
let visitor = anonymousActor('192.0.2.1');

beforeEach(() => {
  serial += 1;
  mobile = `+2774${String(serial).padStart(7, '0')}`;
  visitor = anonymousActor(`192.0.2.${serial}`);
});
afterEach(async () => {
  gateway.isUp = true;
  await world.restoreAura();
});

const details = () => ({ name: 'Thandi', surname: 'Nkosi', mobile, subscriptionTypeId: '5' });
const register = (more: Record<string, string> = {}) => registerCustomer(operator, { ...details(), ...more });

async function people() {
  const { rows } = await pool().query(
    'select name, surname, origin, subscription_type_id as type, aura_customer_id::int as id from person where mobile_hash = $1',
    [mobileColumns(mobile).mobileHash],
  );
  return rows;
}

async function noted(subject: string): Promise<string[]> {
  const { rows } = await pool().query(
    "select detail from audit_entry where action = 'customer.register' and subject = $1 and actor_id = 'operator-1' order by id",
    [subject],
  );
  return rows.map(({ detail }) => detail);
}

test('a customer registered by an operator exists at AURA, and signs in by mobile and code', async () => {
  const spelled = mobile.replace('+27', '0');
  const registered = await register({ mobile: spelled, name: ' Thandi ' });
  const [person] = await people();
  expect(person).toMatchObject({ name: 'Thandi', surname: 'Nkosi', origin: 'operator', type: 5 });
  expect(registered).toEqual({
    ok: true,
    value: { customerId: person.id, name: 'Thandi Nkosi', isNotified: null },
  });
  expect(await world.customersWith(mobile)).toBe(1);
  expect(await world.messagesTo(mobile)).toBe(0);

  const started = await startSignIn(visitor, { mobile: spelled });
  const codeId = started.ok ? started.value.codeId : '';
  expect(await completeSignIn(visitor, { codeId, code: await world.codeFor(mobile) })).toMatchObject({
    ok: true,
  });
});

test('the audit has attempt and outcome, by ids only', async () => {
  const registered = await register();
  const customerId = registered.ok ? String(registered.value.customerId) : '';
  expect(await noted(customerId)).toEqual(['done']);
  const { rows } = await pool().query('select id from registration where mobile_hash = $1', [
    mobileColumns(mobile).mobileHash,
  ]);
  expect(await noted(rows[0].id)).toEqual(['tried']);
  const lines = await pool().query('select audit_entry::text as line from audit_entry');
  expect(lines.rows.filter(({ line }) => line.includes(mobile) || line.includes('Nkosi'))).toEqual([]);
});

describe('a text message', () => {
  test('sends a text message when requested', async () => {
    expect(await register({ tell: 'on' })).toMatchObject({ ok: true, value: { isNotified: true } });
    expect(await world.messagesTo(mobile)).toBe(1);
  });

  test('that the gateway refuses does not affect the registration, and is reported', async () => {
    gateway.isUp = false;
    expect(await register({ tell: 'on' })).toMatchObject({ ok: true, value: { isNotified: false } });
    expect(await people()).toHaveLength(1);
  });
});

describe('no customer is created, here or at AURA, for', () => {
  test.each([
    ['name', { name: '' }],
    ['name', { name: 'Th4ndi' }],
    ['surname', { surname: '=cmd' }],
    ['surname', { surname: 'x'.repeat(81) }],
    ['mobile', { mobile: '12345' }],
    ['mobile', { mobile: '+27 11 555 0000' }],
    ['subscriptionTypeId', { subscriptionTypeId: '' }],
    ['subscriptionTypeId', { subscriptionTypeId: '999' }],
    ['subscriptionTypeId', { subscriptionTypeId: "1' or '1'='1" }],
    ['tell', { tell: 'perhaps' }],
  ])('a wrong %s: %o', async (field, wrong) => {
    const before = await world.callsOf('createCustomer');
    expect(await register(wrong)).toMatchObject({
      ok: false,
      code: 'input.invalid',
      fields: { [field]: expect.any(String) },
    });
    expect(await world.callsOf('createCustomer')).toBe(before);
    expect(await people()).toEqual([]);
  });

  test('a mobile that is already registered', async () => {
    const first = await register();
    const customerId = first.ok ? first.value.customerId : 0;
    const before = await world.callsOf('createCustomer');
    expect(await register({ name: 'Other' })).toMatchObject({
      ok: false,
      code: 'customer.registered_already',
      fields: { mobile: expect.stringContaining(String(customerId)) },
    });
    expect(await world.callsOf('createCustomer')).toBe(before);
    expect(await people()).toMatchObject([{ name: 'Thandi' }]);
  });

  test('a mobile that AURA knows and we do not', async () => {
    await auraClient().createCustomer({ customer: { name: 'A', surname: 'B', mobile } });
    expect(await register()).toEqual({ ok: false, code: 'customer.mobile_at_aura' });
    expect(await people()).toEqual([]);
  });
});

describe('no duplicate is created when', () => {
  test('two operators register one mobile at once', async () => {
    const both = await Promise.all([register(), register()]);
    const [person] = await people();
    // Whoever comes last gets the finished result.
    const named = both.map((each) => (each.ok ? `${each.value.customerId}` : JSON.stringify(each)));
    for (const each of named) expect(each).toContain(String(person.id));
    expect(both.some(({ ok }) => ok)).toBe(true);
    expect(await world.customersWith(mobile)).toBe(1);
  });

  test('they register themselves at the same time', async () => {
    const started = await startRegistration(visitor, details());
    const registrationId = started.ok ? started.value.registrationId : '';
    const code = await world.codeFor(mobile);
    const [theirs, ours] = await Promise.all([
      completeRegistration(visitor, { registrationId, code }),
      register(),
    ]);
    expect(theirs.ok || ours.ok).toBe(true);
    if (!ours.ok) expect(ours.code).toBe('customer.registered_already');
    expect(await people()).toHaveLength(1);
    expect(await world.customersWith(mobile)).toBe(1);
  });

  test('AURA did the work and its answer was lost: reports an unknown outcome', async () => {
    await world.breakAura('createCustomer', 'reset_after', [1]);
    expect(await register()).toEqual({ ok: false, code: 'customer.not_registered' });
    expect(await register()).toEqual({ ok: false, code: 'customer.registration_unsure' });
    expect(await people()).toEqual([]);
    expect(await world.customersWith(mobile)).toBe(1);
  });
});

test('while AURA is unavailable registration fails; a retry succeeds', async () => {
  await world.breakAura('createCustomer', 'reset_before');
  expect(await register()).toEqual({ ok: false, code: 'customer.not_registered' });
  expect(await people()).toEqual([]);
  await world.restoreAura();
  expect(await register()).toMatchObject({ ok: true });
  expect(await people()).toHaveLength(1);
});

test('an operator’s registration cannot be completed by the public form', async () => {
  await world.breakAura('createCustomer', 'status');
  await register();
  await world.restoreAura();
  const { rows } = await pool().query('select id, code_id from registration where mobile_hash = $1', [
    mobileColumns(mobile).mobileHash,
  ]);
  const [{ id: registrationId, code_id: codeId }] = rows;
  for (const code of [undefined, '000000']) {
    expect(await completeRegistration(visitor, { registrationId, code })).toMatchObject({
      ok: false,
      code: 'code.expired',
    });
  }
  expect(await completeSignIn(visitor, { codeId, code: '000000' })).toMatchObject({ ok: false });
  expect(await people()).toEqual([]);
});
