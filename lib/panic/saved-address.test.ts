import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { saveAddress } from '#lib/customers/registration/save-address.ts';
import { personActor } from '#lib/identity/actor.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { findPress } from '#lib/panic/store.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';

await testWorld();

const SAVED = { address: 'Fredman Drive', latitude: '-26.10763', longitude: '28.05671' };
const LIVE = {
  latitude: -25.7,
  longitude: 28.2,
  accuracy: 12,
  fixedAt: '2026-11-23T10:00:00Z',
  source: 'live',
};

let thandi: TestPerson;
const actor = () => personActor(thandi.personId, '192.0.2.1', thandi.customerId);

beforeEach(async () => {
  thandi = await registerTestPerson();
});

async function raise(more: Record<string, unknown> = {}) {
  const pressId = randomUUID();
  const raised = await raisePress(actor(), { pressId, pressedAt: '2026-11-23T10:00:00Z', ...more });
  if (!raised.ok) throw new Error(`not raised: ${raised.code}`);
  const kept = await findPress(pressId);
  return { receipt: raised.value.receipt, kept: { ...kept?.fix, lastProblem: kept?.lastProblem } };
}

test('a press without a position goes to the saved address, and says that it is that', async () => {
  await saveAddress(actor(), SAVED);
  const { receipt, kept } = await raise();
  expect(receipt).toMatchObject({ state: 'delivered', problem: null });
  expect(kept).toMatchObject({
    latitude: -26.10763,
    longitude: 28.05671,
    accuracyM: null,
    fixSource: 'saved',
    lastProblem: null,
  });
});

test('a position of the device stands before it', async () => {
  await saveAddress(actor(), SAVED);
  const { kept } = await raise({ location: LIVE });
  expect(kept).toMatchObject({ latitude: -25.7, fixSource: 'live' });
});

test('without either, the press stays ours and says what is missing', async () => {
  const { receipt } = await raise();
  expect(receipt).toMatchObject({ state: 'recorded', problem: 'no_location' });
});
