import { beforeEach, expect, test, vi } from 'vitest';
import { cancelSubscription } from '#lib/customers/directory/cancel-subscription.ts';
import { readCustomer } from '#lib/customers/directory/read-customer.ts';
import { readProfile } from '#lib/customers/registration/read-profile.ts';
import { pool } from '#lib/db/database.ts';
import { operatorActor, personActor, systemActor } from '#lib/identity/actor.ts';
import { raiseTestCallout, registerTestPerson } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { auraClient } from '#lib/upstream/aura-client.ts';
import { processWebhookEvents } from '#lib/webhooks/process-webhook-events.ts';
import { receiveWebhookEvent } from '#lib/webhooks/receive-webhook-event.ts';
import { replayWebhookEvent } from '#lib/webhooks/replay-webhook-event.ts';

// The number of reads for many customer events, as an import of thousands causes.

const world = await testWorld();

const aura = systemActor('webhook.receive');
const operator = operatorActor('operator', 'operator-2', 'Operator');
const admin = operatorActor('admin', 'operator-1', 'Admin');

beforeEach(async () => {
  vi.useRealTimers();
  await world.restoreAura();
  await pool().query('truncate webhook_event, following');
});

async function receive(body: unknown): Promise<void> {
  expect(await receiveWebhookEvent(aura, { body: JSON.stringify(body) })).toMatchObject({ ok: true });
}

const work = () => processWebhookEvents(systemActor('webhook.process'), {});
const reads = () => world.callsOf('listCustomerSubscriptions');

async function states(): Promise<Record<string, number>> {
  const { rows } = await pool().query('select state, count(*)::int as n from webhook_event group by state');
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}

test('an event about our own creation needs no read; a replay and a change do', async () => {
  const { customerId } = await registerTestPerson();
  const before = await reads();
  await receive({ message: 'CREATED_CUSTOMER', customer: { id: customerId } });
  await receive({ message: 'SUBSCRIPTION_CREATED', subscription: { id: 1, customerId } });
  await work();
  expect(await states()).toEqual({ processed: 2 });
  expect(await reads()).toBe(before);

  const { rows } = await pool().query('select id from webhook_event order by id limit 1');
  await replayWebhookEvent(operator, { eventId: rows[0].id });
  await work();
  expect(await reads()).toBe(before + 1);
  await receive({ message: 'SUBSCRIPTION_UPDATED', subscription: { id: 1, customerId } });
  await work();
  expect(await reads()).toBe(before + 2);
});

test('an event older than the last read causes no further read', async () => {
  const { customerId, personId } = await registerTestPerson();
  await receive({ message: 'SUBSCRIPTION_UPDATED', subscription: { id: 1, customerId } });
  await pool().query("update person set subscription_as_of = now() + interval '1 s' where id = $1", [
    personId,
  ]);
  const before = await reads();
  await work();
  expect(await states()).toEqual({ processed: 1 });
  expect(await reads()).toBe(before);
});

test('a flood of them, with AURA refusing to be read, does not hold up the event of a callout', async () => {
  const { calloutId } = await raiseTestCallout();
  const people = await Promise.all(Array.from({ length: 60 }, () => registerTestPerson()));
  for (const { customerId } of people) {
    await receive({ message: 'SUBSCRIPTION_UPDATED', subscription: { id: 1, customerId } });
  }
  await receive({ message: 'CALLOUT_OWNED', callout: { id: calloutId } });
  await world.breakAura('listCustomerSubscriptions', 'status');
  await work();
  const { rows } = await pool().query("select state from webhook_event where message = 'CALLOUT_OWNED'");
  expect(rows).toEqual([{ state: 'processed' }]);
  // The callout, and the four customers that are read concurrently: none after them.
  const tried = await pool().query('select count(*)::int as n from webhook_event where attempts > 0');
  expect(tried.rows[0].n).toBeLessThanOrEqual(5);
});

test('all of a flood are worked in the end, twenty customers at a time', async () => {
  const people = await Promise.all(Array.from({ length: 35 }, () => registerTestPerson()));
  for (const { customerId } of people) {
    await receive({ message: 'SUBSCRIPTION_UPDATED', subscription: { id: 1, customerId } });
  }
  const left: (number | undefined)[] = [];
  for (let round = 0; round < 2; round += 1) {
    await pool().query("update webhook_event set due_at = now() - interval '1 s' where state <> 'processed'");
    await work();
    left.push((await states()).received);
  }
  expect(left).toEqual([15, undefined]);
});

test('the dates of a subscription follow AURA, whatever the event says', async () => {
  const { personId, customerId } = await registerTestPerson();
  const { subscriptions } = await auraClient().listCustomerSubscriptions({ customerId });
  const subscriptionId = subscriptions[0]?.subscriptionId ?? 0;
  await auraClient().renewSubscription({ subscriptionId, validTo: '2031-05-06T07:08:09.000Z' });
  await receive({
    message: 'SUBSCRIPTION_UPDATED',
    subscription: { id: subscriptionId, customerId, validTo: '2001-01-01' },
  });
  await work();
  const { rows } = await pool().query<{ until: Date }>(
    'select subscription_valid_to as until from person where id = $1',
    [personId],
  );
  expect(rows[0]?.until.toISOString()).toBe('2031-05-06T07:08:09.000Z');
  expect(await states()).toEqual({ processed: 1 });
});

test('what an operator cancelled stays cancelled on every page when AURA’s event of it was worked', async () => {
  const { personId, customerId } = await registerTestPerson();
  expect(await cancelSubscription(admin, { customerId, reason: 'Moved abroad' })).toMatchObject({
    ok: true,
  });
  for (const message of ['SUBSCRIPTION_CANCELLED', 'SUBSCRIPTION_UPDATED']) {
    const before = await reads();
    await receive({ message, subscription: { id: 1, customerId } });
    await work();
    expect(await reads()).toBe(before + 1);
    const cancelled = { standing: 'cancelled', cancelledAt: expect.any(String) };
    expect(await readCustomer(operator, { customerId })).toMatchObject({
      value: { subscription: cancelled },
    });
    const profile = await readProfile(personActor(personId, '192.0.2.1'), {});
    expect(profile).toMatchObject({ value: { subscriptionFacts: cancelled } });
  }
  expect(await states()).toEqual({ processed: 2 });
});
