import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { personActor, systemActor } from '#lib/identity/actor.ts';
import { deliverPress } from '#lib/panic/delivery/deliver-press.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { auraClient } from '#lib/upstream/aura-client.ts';

const world = await testWorld();
const place = { locationIdentifier: 'gate', latitude: '-26.10763', longitude: '28.05671' };
let thandi: TestPerson;

beforeEach(async () => {
  thandi = await registerTestPerson();
});
afterEach(async () => {
  await world.restoreAura();
  await world.flip({ locationKey: 'beside' });
});

const actor = () => personActor(thandi.personId, '192.0.2.1', thandi.customerId);

async function keepPlaceOf(customerId: number): Promise<void> {
  await auraClient().createFixedLocation({ ...place, customerId, externalReferenceId: randomUUID() });
}

async function raise() {
  const pressId = randomUUID();
  const raised = await raisePress(actor(), { pressId, pressedAt: '2026-11-23T10:00:00Z' });
  if (!raised.ok) throw new Error(`not raised: ${raised.code}`);
  return raised.value.receipt;
}

describe('a press without any position', () => {
  test.each(['beside', 'location'])(
    'goes to the place that AURA keeps for the customer (its id %s)',
    async (locationKey) => {
      await world.flip({ locationKey });
      await keepPlaceOf(thandi.customerId);
      const receipt = await raise();
      expect(receipt).toMatchObject({ state: 'delivered', problem: null });
      const [callout] = await world.calloutsOf(thandi.customerId);
      expect(callout?.id).toBe(receipt.calloutId);
    },
  );

  test('goes to no place of another customer, and is not sent', async () => {
    await keepPlaceOf((await registerTestPerson()).customerId);
    expect(await raise()).toMatchObject({ state: 'recorded', problem: 'no_location' });
    expect(await world.calloutsOf(thandi.customerId)).toEqual([]);
  });

  test('goes there later when AURA did not list its places at first', async () => {
    await keepPlaceOf(thandi.customerId);
    await world.breakAura('listFixedLocations', 'html_page');
    const { pressId, ...first } = await raise();
    expect(first).toMatchObject({ state: 'recorded', problem: 'no_location' });
    await world.restoreAura();
    const later = await deliverPress(systemActor('test'), { pressId, deadlineMs: 5_000 });
    expect(later).toMatchObject({ ok: true, value: { state: 'delivered' } });
  });
});
