import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findPersonByMobile } from '#lib/customers/person-store.ts';
import { pool } from '#lib/db/database.ts';
import { operatorActor } from '#lib/identity/actor.ts';
import { startPersonSession } from '#lib/identity/person-session.ts';
import { raiseTestCallout, registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { auraClient } from '#lib/upstream/aura-client.ts';
import { askAura } from './ask-aura.ts';
import { cancelSubscription } from './cancel-subscription.ts';
import { deleteCustomer } from './delete-customer.ts';
import { readCustomer } from './read-customer.ts';
import { readPrivateProfile } from './read-private-profile.ts';
import { renewSubscription } from './renew-subscription.ts';
import { setDependants } from './set-dependants.ts';
import { startSubscription } from './start-subscription.ts';

const world = await testWorld();

const admin = operatorActor('admin', 'operator-1', 'Admin', null, new Date());
const DAY_MS = 86_400_000;
let person: TestPerson;

beforeEach(async () => {
  person = await registerTestPerson();
});
afterEach(() => world.restoreAura());

const dayIn = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

async function ours(customerId = person.customerId) {
  const read = await readCustomer(admin, { customerId });
  if (!read.ok) throw new Error(read.code);
  return read.value;
}

async function auras(customerId = person.customerId) {
  const asked = await askAura(admin, { customerId });
  if (!asked.ok) throw new Error(asked.code);
  return asked.value;
}

async function noted(action: string): Promise<string[]> {
  const { rows } = await pool().query(
    'select detail from audit_entry where action = $1 and subject = $2 order by id',
    [action, String(person.customerId)],
  );
  return rows.map(({ detail }) => detail);
}

test('what we keep and what AURA says agree after a registration', async () => {
  const { facts, subscription, dependants } = await auras();
  expect(facts.filter(({ isSame }) => !isSame)).toEqual([]);
  expect(subscription).toMatchObject({ standing: 'active', isOwn: true });
  expect(dependants).toEqual([]);
  expect(await ours()).toMatchObject({
    subscription: { standing: 'active', daysLeft: 364 },
    subscriptionId: subscription?.subscriptionId,
  });
});

test('shows changes at AURA beside our record, and stores the subscription', async () => {
  const { subscription } = await auras();
  const validTo = '2031-05-05T10:00:00.000Z';
  await auraClient().renewSubscription({ subscriptionId: subscription?.subscriptionId ?? 0, validTo });
  await auraClient().updateCustomer({ customerId: person.customerId, customer: { surname: 'Other' } });
  const { facts } = await auras();
  expect(facts.filter(({ isSame }) => !isSame)).toMatchObject([
    { what: 'Surname', ours: 'Nkosi', auras: 'Other' },
    { what: 'Valid to', auras: validTo },
  ]);
  expect(await ours()).toMatchObject({ surname: 'Nkosi', subscription: { validTo } });
});

test('AURA unavailable: our record is shown with its age, without claims about AURA', async () => {
  await world.breakAura('any', 'reset_before');
  expect(await askAura(admin, { customerId: person.customerId })).toEqual({
    ok: false,
    code: 'aura.not_asked',
  });
  expect(await ours()).toMatchObject({ surname: 'Nkosi' });
});

test.each([1, 0, -1, 1.5, 'x', '', null, '1e99', "1' or '1'='1"])(
  'nobody has the id %j',
  async (customerId) => {
    for (const verb of [readCustomer, askAura, readPrivateProfile]) {
      expect(await verb(admin, { customerId })).toMatchObject({ ok: false });
    }
  },
);

describe('renewing', () => {
  test('moves the end at AURA and here, and is in the audit', async () => {
    const lastDay = dayIn(700);
    const renewed = await renewSubscription(admin, { customerId: person.customerId, lastDay });
    expect(renewed).toMatchObject({ ok: true });
    expect((await auras()).subscription?.validTo).toContain(lastDay);
    expect((await ours()).subscription.validTo).toContain(lastDay);
    expect(await noted('subscription.renew')).toEqual(['tried', 'done']);
  });

  test.each([-1, 30, 3_000])('to a day that is %i days away is refused', async (days) => {
    const renewed = await renewSubscription(admin, { customerId: person.customerId, lastDay: dayIn(days) });
    expect(renewed).toMatchObject({ ok: false, code: 'input.invalid' });
    expect(await noted('subscription.renew')).toEqual([]);
  });

  test('with a lost answer claims nothing, and the next read has the outcome', async () => {
    await world.breakAura('renewSubscription', 'reset_after');
    const lastDay = dayIn(700);
    const renewed = await renewSubscription(admin, { customerId: person.customerId, lastDay });
    expect(renewed).toEqual({ ok: false, code: 'aura.change_unsure' });
    expect(await noted('subscription.renew')).toEqual(['tried', 'aura.change_unsure']);
    expect((await ours()).subscription.validTo).not.toContain(lastDay);
    await world.restoreAura();
    await auras();
    expect((await ours()).subscription.validTo).toContain(lastDay);
  });
});

describe('cancelling', () => {
  test('needs a reason', async () => {
    const cancelled = await cancelSubscription(admin, { customerId: person.customerId, reason: ' ' });
    expect(cancelled).toMatchObject({ ok: false, fields: { reason: expect.any(String) } });
    expect((await auras()).subscription?.standing).toBe('active');
  });

  test('ends the subscription; then only a new one protects', async () => {
    const { customerId } = person;
    expect(await cancelSubscription(admin, { customerId, reason: 'Moved away' })).toEqual({
      ok: true,
      value: null,
    });
    expect((await ours()).subscription).toMatchObject({ standing: 'cancelled', daysLeft: 0 });
    expect((await auras()).subscription?.standing).toBe('cancelled');
    expect(await noted('subscription.cancel')).toEqual(['tried', 'done']);
    const renewed = await renewSubscription(admin, { customerId, lastDay: dayIn(700) });
    expect(renewed).toEqual({ ok: false, code: 'subscription.not_active' });
    expect(await startSubscription(admin, { customerId, subscriptionTypeId: '5' })).toMatchObject({
      ok: true,
    });
    expect(await ours()).toMatchObject({ subscriptionTypeId: 5, subscription: { standing: 'active' } });
    expect((await auras()).subscription?.standing).toBe('active');
    expect(await startSubscription(admin, { customerId, subscriptionTypeId: '5' })).toEqual({
      ok: false,
      code: 'subscription.still_active',
    });
  });
});

describe('dependants', () => {
  test('are replaced as a whole, and are covered by the main member’s subscription', async () => {
    const [child, spouse] = [await registerTestPerson(), await registerTestPerson()];
    const { customerId } = person;
    const both = `${child.customerId}, ${spouse.customerId}`;
    expect(await setDependants(admin, { customerId, dependants: both, shown: '' })).toMatchObject({
      ok: true,
    });
    expect((await auras()).dependants).toEqual([
      { customerId: child.customerId, name: 'Thandi Nkosi' },
      { customerId: spouse.customerId, name: 'Thandi Nkosi' },
    ]);
    expect(
      await setDependants(admin, { customerId, dependants: `${child.customerId}`, shown: both }),
    ).toMatchObject({ ok: true });
    expect((await auras()).dependants).toMatchObject([{ customerId: child.customerId }]);
    expect((await ours()).subscription.standing).toBe('active');
  });

  test('changed concurrently are not overwritten', async () => {
    const child = await registerTestPerson();
    const { customerId } = person;
    await setDependants(admin, { customerId, dependants: `${child.customerId}`, shown: '' });
    const late = await setDependants(admin, { customerId, dependants: '', shown: '' });
    expect(late).toEqual({ ok: false, code: 'customer.changed' });
    expect((await auras()).dependants).toHaveLength(1);
  });

  test.each(['999999999', 'x', '1,2,three'])('that nobody knows are refused: %s', async (dependants) => {
    const set = await setDependants(admin, { customerId: person.customerId, dependants, shown: '' });
    expect(set).toMatchObject({ ok: false, fields: expect.anything() });
  });
});

describe('deleting', () => {
  test('needs the surname, and refuses another', async () => {
    const deleted = await deleteCustomer(admin, { customerId: person.customerId, confirmation: 'Nkos' });
    expect(deleted).toMatchObject({ ok: false, code: 'input.invalid' });
    expect((await ours()).isDeleted).toBe(false);
  });

  test('happens at AURA, signs the person out everywhere and frees the mobile', async () => {
    await startPersonSession(person.personId);
    const { customerId } = person;
    expect(await deleteCustomer(admin, { customerId, confirmation: 'nkosi' })).toEqual({
      ok: true,
      value: null,
    });
    expect(await askAura(admin, { customerId })).toEqual({ ok: false, code: 'customer.not_at_aura' });
    expect((await ours()).isDeleted).toBe(true);
    expect(await findPersonByMobile(person.mobile)).toBeNull();
    const { rows } = await pool().query(
      'select (select count(*)::int from session where user_id = p.id) as sessions, press_token_edition as edition from person p where id = $1',
      [person.personId],
    );
    expect(rows).toEqual([{ sessions: 0, edition: 2 }]);
    expect(await noted('customer.delete')).toEqual(['tried', 'done']);
    expect(await deleteCustomer(admin, { customerId, confirmation: 'nkosi' })).toEqual({
      ok: false,
      code: 'customer.deleted',
    });
  });

  test('waits until help is no longer on its way', async () => {
    const { calloutId } = await raiseTestCallout();
    const { rows } = await pool().query(
      'select aura_customer_id::int as id from person p join callout c on c.person_id = p.id where c.id = $1',
      [calloutId],
    );
    const deleted = await deleteCustomer(admin, { customerId: rows[0].id, confirmation: 'Nkosi' });
    expect(deleted).toEqual({ ok: false, code: 'customer.callout_open' });
    expect((await ours(rows[0].id)).isDeleted).toBe(false);
  });

  test('that AURA does not answer leaves the person as they are', async () => {
    await world.breakAura('any', 'status');
    const { customerId } = person;
    expect(await deleteCustomer(admin, { customerId, confirmation: 'Nkosi' })).toMatchObject({ ok: false });
    expect((await ours()).isDeleted).toBe(false);
  });
});

test('opening the private profile is noted before it is read, and shows no duress code', async () => {
  const { customerId } = person;
  const customer = { allergies: 'Bees', nextOfKinName: 'Sipho', duressCode: 'tangerine' };
  await auraClient().updateCustomer({ customerId, customer });
  const read = await readPrivateProfile(admin, { customerId });
  expect(read).toMatchObject({ ok: true });
  expect(JSON.stringify(read)).toContain('Bees');
  expect(JSON.stringify(read)).not.toContain('tangerine');
  await world.breakAura('any', 'reset_before');
  await readPrivateProfile(admin, { customerId });
  const { rows } = await pool().query(
    "select actor_id from audit_entry where action = 'customer.read_private' and subject = $1",
    [String(customerId)],
  );
  expect(rows).toHaveLength(2);
});
