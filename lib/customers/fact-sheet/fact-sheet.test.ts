import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPrivateProfile } from '#lib/customers/directory/read-private-profile.ts';
import { pool } from '#lib/db/database.ts';
import { personActor } from '#lib/identity/actor.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { testOperator } from '#lib/testing/test-operator.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { auraClient } from '#lib/upstream/aura-client.ts';
import { isOld } from './model.ts';
import { readFactSheet } from './read-fact-sheet.ts';
import { saveFactSheet } from './save-fact-sheet.ts';

const world = await testWorld();

const SHEET = {
  medicalConditions: ' asthma ',
  allergies: 'penicillin',
  medicalAidScheme: 'Sandbox Health',
  nextOfKinName: 'Sipho Dube',
  nextOfKinNumber: '011 555 0123',
  vehicleLicensePlate: 'ABC 123 GP',
};

let thandi: TestPerson;
const actor = () => personActor(thandi.personId, '192.0.2.1', thandi.customerId);

beforeEach(async () => {
  thandi = await registerTestPerson();
});
afterEach(async () => {
  await world.restoreAura();
  await world.flip({ customerUpdate: 'kept', emptyField: 'emptied' });
});

async function shown() {
  const read = await readFactSheet(actor(), {});
  if (!read.ok) throw new Error(read.code);
  return read.value;
}

async function saved(facts: object) {
  const done = await saveFactSheet(actor(), facts);
  if (!done.ok) throw new Error(done.code);
  return done.value;
}

test('what is saved here is what AURA has, and what an operator reads back from it', async () => {
  expect(await shown()).toMatchObject({ facts: { allergies: '' }, confirmedAt: null, isOld: false });
  expect(await saved(SHEET)).toMatchObject({ differing: [] });
  expect((await shown()).facts).toMatchObject({
    medicalConditions: 'asthma',
    nextOfKinNumber: '+27115550123',
    bloodtype: '',
  });
  const { actor: operator } = await testOperator('operator', 'Olu');
  const read = await readPrivateProfile(operator, { customerId: thandi.customerId });
  expect(read).toMatchObject({
    value: {
      facts: expect.arrayContaining([
        { group: 'Medical', term: 'Conditions', detail: 'asthma' },
        { group: 'Medical', term: 'Has medical aid', detail: 'Yes' },
        { group: 'Contact', term: 'Next of kin', detail: 'Sipho Dube' },
        { group: 'Contact', term: 'Next of kin’s number', detail: '+27115550123' },
        { group: 'Vehicle', term: 'Number plate', detail: 'ABC 123 GP' },
      ]),
    },
  });
});

test('what the sheet does not ask for stays, also if AURA removes what an update leaves out', async () => {
  const { customerId } = thandi;
  await auraClient().updateCustomer({ customerId, customer: { email: 'thandi@vigil.test' } });
  await world.flip({ customerUpdate: 'removed' });
  const before = await world.control('GET', 'customers');
  await saved({ allergies: 'bees' });
  await saved({ medications: 'none' });
  const [was, is] = [before, await world.control('GET', 'customers')].map(profileOf);
  expect(is).toEqual({ ...was, allergies: '', medications: 'none' });
});

test('a field that becomes empty is emptied, and where AURA keeps it that is said', async () => {
  await saved(SHEET);
  expect(await saved({ ...SHEET, allergies: '' })).toMatchObject({ facts: { allergies: '' }, differing: [] });
  await world.flip({ emptyField: 'ignored' });
  expect(await saved({ ...SHEET, allergies: '', medicalConditions: '' })).toMatchObject({
    facts: { medicalConditions: 'asthma' },
    differing: ['medicalConditions'],
  });
});

test('nothing of it is kept in our database but when it was confirmed', async () => {
  await saved(SHEET);
  const { rows } = await pool().query('select to_jsonb(person) as row from person where id = $1', [
    thandi.personId,
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/asthma|penicillin|Sipho|5550123/);
  expect(rows[0].row.facts_confirmed_at).toEqual(expect.any(String));
});

describe('without AURA', () => {
  test.each([
    ['status', 'facts.not_saved'],
    ['reset_after', 'facts.save_unsure'],
  ])('an update that ends with %s is said to be %s, and is no confirmation', async (effect, code) => {
    await world.control('POST', 'faults', { operation: 'updateCustomer', effect, status: 400 });
    expect(await saveFactSheet(actor(), SHEET)).toEqual({ ok: false, code });
    await world.restoreAura();
    expect((await shown()).confirmedAt).toBeNull();
  });

  test('an unread sheet is not shown as an empty one, and is not written over', async () => {
    await world.breakAura('any', 'reset_before');
    expect(await readFactSheet(actor(), {})).toEqual({ ok: false, code: 'facts.not_read' });
    expect(await saveFactSheet(actor(), SHEET)).toEqual({ ok: false, code: 'facts.not_saved' });
  });
});

test.each([
  ['a number that is none', { nextOfKinNumber: '12' }, 'nextOfKinNumber'],
  ['a novel', { medicalConditions: 'x'.repeat(301) }, 'medicalConditions'],
  ['what is no text', { allergies: ['nuts'] }, 'allergies'],
])('%s is refused by its field', async (_what, facts, field) => {
  expect(await saveFactSheet(actor(), facts)).toMatchObject({
    code: 'input.invalid',
    fields: { [field]: expect.any(String) },
  });
});

test('after a year, or when it never was, a sheet that says something is to be confirmed', () => {
  const at = new Date('2026-11-30T12:00:00Z');
  const facts = { allergies: 'nuts' };
  expect(isOld(new Date('2025-11-30T12:00:01Z'), facts, at)).toBe(false);
  expect(isOld(new Date('2025-11-30T11:59:59Z'), facts, at)).toBe(true);
  expect(isOld(null, facts, at)).toBe(true);
  expect(isOld(null, { allergies: '' }, at)).toBe(false);
});

function profileOf(listed: unknown): object {
  const { customers } = listed as { customers: { id: number; profile: object }[] }; // as the sandbox lists them
  return customers.find(({ id }) => id === thandi.customerId)?.profile ?? {};
}
