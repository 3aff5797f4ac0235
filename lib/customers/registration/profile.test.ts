import { beforeEach, describe, expect, test } from 'vitest';
import { personActor } from '#lib/identity/actor.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { readPressAids } from './read-press-aids.ts';
import { readProfile } from './read-profile.ts';
import { removeAddress } from './remove-address.ts';
import { removeTrustedContact } from './remove-trusted-contact.ts';
import { saveAddress } from './save-address.ts';
import { saveTrustedContact } from './save-trusted-contact.ts';

await testWorld();

const ADDRESS = { address: '  12  Fredman Drive, gate 3 ', latitude: '-26,10763', longitude: ' 28.05671 ' };
const CONTACT = { name: 'Sipho', mobile: '083 000 0001' };

let thandi: TestPerson;
const actor = () => personActor(thandi.personId, '192.0.2.1', thandi.customerId);

beforeEach(async () => {
  thandi = await registerTestPerson();
});

async function profile() {
  const read = await readProfile(actor(), {});
  if (!read.ok) throw new Error(`not read: ${read.code}`);
  return read.value;
}

test('a profile has the masked mobile and AURA’s name of the subscription', async () => {
  expect(await profile()).toMatchObject({
    name: 'Thandi',
    maskedMobile: `+27 ${thandi.mobile.slice(3, 5)} ••• ••••`,
    subscription: expect.stringMatching(/^[A-Z][a-z ]+$/),
    address: null,
    contact: null,
  });
});

test('an address is stored, and used by the next press', async () => {
  expect(await saveAddress(actor(), ADDRESS)).toMatchObject({ ok: true });
  expect((await profile()).address).toEqual({
    address: '12 Fredman Drive, gate 3',
    latitude: -26.10763,
    longitude: 28.05671,
  });
  expect(await readPressAids(actor(), {})).toMatchObject({ value: { hasSavedAddress: true } });
  await removeAddress(actor(), {});
  expect((await profile()).address).toBeNull();
  expect(await readPressAids(actor(), {})).toMatchObject({ value: { hasSavedAddress: false } });
});

test('a contact is stored with a mobile that can receive messages', async () => {
  expect(await saveTrustedContact(actor(), CONTACT)).toMatchObject({ ok: true });
  expect((await profile()).contact).toEqual({ name: 'Sipho', mobile: '+27830000001' });
  await removeTrustedContact(actor(), {});
  expect((await profile()).contact).toBeNull();
});

describe('what cannot be meant is refused by its field, and nothing is saved', () => {
  test.each([
    ['latitude', '91'],
    ['latitude', '26 S'],
    ['latitude', ''],
    ['longitude', '-180.1'],
    ['longitude', '1e2'],
    ['address', '   '],
    ['address', 'x'.repeat(201)],
  ])('%s: %s', async (field, text) => {
    const saved = await saveAddress(actor(), { ...ADDRESS, [field]: text });
    expect(saved).toMatchObject({ code: 'input.invalid', fields: { [field]: expect.any(String) } });
    expect((await profile()).address).toBeNull();
  });

  test('a number that no message reaches', async () => {
    const saved = await saveTrustedContact(actor(), { ...CONTACT, mobile: '10111' });
    expect(saved).toMatchObject({ code: 'input.invalid', fields: { mobile: expect.any(String) } });
  });
});

test('a change is the person’s own', async () => {
  await saveAddress(actor(), ADDRESS);
  thandi = await registerTestPerson();
  expect((await profile()).address).toBeNull();
});
