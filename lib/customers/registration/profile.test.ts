import { beforeEach, describe, expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { personActor } from '#lib/identity/actor.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { readPressAids } from './read-press-aids.ts';
import { readProfile } from './read-profile.ts';
import { removeAddress } from './remove-address.ts';
import { saveAddress } from './save-address.ts';
import { saveTrustedContacts } from './save-trusted-contacts.ts';

await testWorld();

const ADDRESS = { address: '  12  Fredman Drive, gate 3 ', latitude: '-26,10763', longitude: ' 28.05671 ' };
const CONTACT = { name: 'Sipho', mobile: '083 000 0001' };
const NONE = { contacts: [], isTexted: false };

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
    trusted: NONE,
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

const save = (...contacts: Partial<typeof CONTACT>[]) =>
  saveTrustedContacts(actor(), { contacts, isTexted: true });

describe('trusted contacts', () => {
  test('are kept in their order with mobiles that can receive messages, in any script', async () => {
    expect(await save(CONTACT, { name: 'محمد', mobile: '٠٨٢ ١٢٣ ٤٥٦٧' })).toMatchObject({ ok: true });
    expect((await profile()).trusted).toEqual({
      contacts: [
        { name: 'Sipho', mobile: '+27830000001' },
        { name: 'محمد', mobile: '+27821234567' },
      ],
      isTexted: true,
    });
    expect(await readPressAids(actor(), {})).toMatchObject({
      value: { contact: { mobile: '+27830000001' } },
    });
    await save();
    expect((await profile()).trusted).toEqual(NONE);
  });

  test('the page of the button knows no name of theirs', async () => {
    await save(CONTACT);
    expect(JSON.stringify(await readPressAids(actor(), {}))).not.toContain('Sipho');
  });

  test('one that an earlier build kept is shown, texted by nobody, and moves with the next save', async () => {
    const values = [thandi.personId, 'Sipho', '+27830000001'];
    await pool().query('update person set contact_name = $2, contact_mobile = $3 where id = $1', values);
    const kept = [{ name: 'Sipho', mobile: '+27830000001' }];
    expect((await profile()).trusted).toEqual({ contacts: kept, isTexted: false });
    await save(...kept, { name: 'Ayanda', mobile: '083 000 0002' });
    expect((await profile()).trusted.contacts.map(({ name }) => name)).toEqual(['Sipho', 'Ayanda']);
    await save();
    expect((await profile()).trusted).toEqual(NONE);
  });

  test('one whose number stays keeps its id, so that no callout texts it twice', async () => {
    const idOf = async (nth: number) => {
      const { rows } = await pool().query(
        'select id from trusted_contact where person_id = $1 and nth = $2',
        [thandi.personId, nth],
      );
      return rows[0]?.id;
    };
    await save(CONTACT);
    const before = await idOf(0);
    await save({ name: 'Ayanda', mobile: '083 000 0002' }, { ...CONTACT, name: 'Sipho Nkosi' });
    expect([await idOf(1), await idOf(0)]).toEqual([before, expect.not.stringContaining(before)]);
  });

  test('whoever tries numbers to find the own one is stopped after twenty', async () => {
    for (let nth = 0; nth < 20; nth += 1) expect(await save(CONTACT)).toMatchObject({ ok: true });
    expect(await save({ ...CONTACT, mobile: thandi.mobile })).toMatchObject({
      fields: { 'contacts.0.mobile': expect.stringMatching(/too often/) },
    });
  });

  test('two saves at once leave one of them', async () => {
    await Promise.all([save(CONTACT), save({ name: 'Ayanda', mobile: '083 000 0002' })]);
    expect((await profile()).trusted.contacts).toHaveLength(1);
  });
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
    const saved = await save(CONTACT, { name: 'Ayanda', mobile: '10111' });
    expect(saved).toMatchObject({ fields: { 'contacts.1.mobile': expect.any(String) } });
    expect((await profile()).trusted).toEqual(NONE);
  });

  test.each([
    ['their own number', () => thandi.mobile, 'This is your own number. Choose somebody else'],
    ['their own, written otherwise', () => `0${thandi.mobile.slice(3)}`, /your own number/],
    ['a number that is there before', () => '+27 83 000 0001', 'This number is here twice'],
    ['a landline', () => '011 555 0123', /not a mobile number/],
    ['no number', () => ' ', 'Type your contact’s mobile number'],
  ])('%s', async (_what, mobile, words) => {
    const saved = await save(CONTACT, { name: 'Ayanda', mobile: mobile() });
    expect(saved).toMatchObject({ fields: { 'contacts.1.mobile': expect.stringMatching(words) } });
    expect((await profile()).trusted).toEqual(NONE);
  });

  test('more than five', async () => {
    const six = Array.from({ length: 6 }, (_, nth) => ({ name: 'Ayanda', mobile: `083 000 000${nth}` }));
    expect(await save(...six)).toMatchObject({ code: 'input.invalid' });
    expect(await save(...six.slice(1))).toMatchObject({ ok: true });
  });
});

test('a change is the person’s own', async () => {
  await saveAddress(actor(), ADDRESS);
  thandi = await registerTestPerson();
  expect((await profile()).address).toBeNull();
});
