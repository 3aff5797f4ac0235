import { afterEach, expect, test } from 'vitest';
import { completeRegistration } from '#lib/customers/registration/complete-registration.ts';
import { startRegistration } from '#lib/customers/registration/start-registration.ts';
import { pool } from '#lib/db/database.ts';
import { mobileColumns } from '#lib/db/sealed-mobile.ts';
import { anonymousActor, systemActor } from '#lib/identity/actor.ts';
import { registerTestPerson } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { auraClient } from '#lib/upstream/aura-client.ts';
import { processWebhookEvents } from '#lib/webhooks/process-webhook-events.ts';
import { receiveWebhookEvent } from '#lib/webhooks/receive-webhook-event.ts';

const world = await testWorld();
const visitor = anonymousActor('192.0.2.1');
let serial = 0;

afterEach(async () => {
  await world.restoreAura();
  await pool().query('truncate webhook_event');
});

/** A registration that AURA carried out, with the answer lost. */
async function loseAnswer() {
  serial += 1;
  const mobile = `+2782${String(4_000_000 + serial)}`;
  const started = await startRegistration(visitor, {
    ...{ name: 'Thandi', surname: 'Nkosi', mobile, subscriptionTypeId: '4' },
  });
  if (!started.ok) throw new Error(started.code);
  const { registrationId } = started.value;
  await world.breakAura('createCustomer', 'reset_after', [1]);
  const code = await world.codeFor(mobile);
  expect(await completeRegistration(visitor, { registrationId, code })).toMatchObject({ ok: false });
  await world.restoreAura();
  return { mobile, registrationId };
}

async function hear(customer: object): Promise<void> {
  const body = JSON.stringify({ message: 'CREATED_CUSTOMER', customer });
  await receiveWebhookEvent(systemActor('webhook.receive'), { body });
  await processWebhookEvents(systemActor('webhook.process'), {});
}

async function customerOf(mobile: string): Promise<number> {
  const answer = await fetch(`${world.sandbox.url}/sandbox/customers`);
  // Safe: the sandbox's own form, and a test that reads it wrongly fails.
  const { customers } = (await answer.json()) as { customers: { id: number; profile: { mobile: string } }[] };
  return customers.find(({ profile }) => profile.mobile === mobile)?.id ?? 0;
}

const idOf = async (mobile: string) => {
  const { rows } = await pool().query(
    'select id, aura_customer_id::int as customer from person where mobile_hash = $1',
    [mobileColumns(mobile).mobileHash],
  );
  return rows[0] ?? null;
};

test('AURA’s event of the customer ends a registration whose answer was lost; the next try signs in', async () => {
  const { mobile, registrationId } = await loseAnswer();
  const customerId = await customerOf(mobile);
  await hear({ id: customerId });
  expect(await idOf(mobile)).toEqual({ id: registrationId, customer: customerId });
  expect(await completeRegistration(visitor, { registrationId })).toEqual({
    ok: false,
    code: 'registration.completed',
  });
  const again = await startRegistration(visitor, {
    ...{ name: 'Thandi', surname: 'Nkosi', mobile, subscriptionTypeId: '4' },
  });
  if (!again.ok) throw new Error(again.code);
  const code = await world.codeFor(mobile);
  expect(
    await completeRegistration(visitor, { registrationId: again.value.registrationId, code }),
  ).toMatchObject({ ok: true });
});

test('what the event says of itself is not believed: AURA is asked whose customer it is', async () => {
  const { mobile, registrationId } = await loseAnswer();
  const stranger = await auraClient().createCustomer({
    customer: { name: 'A', surname: 'B', mobile: '+27821111999' },
  });
  await hear({ id: stranger.customerId, externalReferenceId: registrationId, mobile });
  expect(await idOf(mobile)).toBeNull();
});

test('an unknown customer is not read while no registration has an unknown outcome', async () => {
  await pool().query('delete from registration');
  await registerTestPerson();
  const before = await world.callsOf('readCustomer');
  await hear({ id: 987_654_321 });
  expect(await world.callsOf('readCustomer')).toBe(before);
});
