import { randomInt } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { recordCallout } from '#lib/callouts/store.ts';
import { findPerson } from '#lib/customers/person-store.ts';
import { database, pool } from '#lib/db/database.ts';
import { mobileColumns } from '#lib/db/sealed-mobile.ts';
import { person } from '#lib/db/tables.ts';
import { personActor } from '#lib/identity/actor.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { auraClient } from '#lib/upstream/aura-client.ts';
import { completeMobileChange } from './complete-mobile-change.ts';
import { confirmOldMobile } from './confirm-old-mobile.ts';
import { sendNewMobileCode } from './send-new-mobile-code.ts';
import { startMobileChange } from './start-mobile-change.ts';

const world = await testWorld();

let thandi: TestPerson;
let mobile = '';
const actorOf = ({ personId, customerId }: TestPerson) => personActor(personId, '192.0.2.1', customerId);

beforeEach(async () => {
  thandi = await registerTestPerson();
  mobile = `+2771${String(randomInt(10_000_000)).padStart(7, '0')}`;
  await pool().query('delete from limit_event');
});

afterEach(async () => {
  vi.useRealTimers();
  await world.restoreAura();
  await world.flip({ mobileUpdate: 'changed', customerUpdate: 'kept' });
});

async function value<Value>(answer: Promise<{ ok: true; value: Value } | { ok: false; code: string }>) {
  const given = await answer;
  if (!given.ok) throw new Error(given.code);
  return given.value;
}

/** As far as the code of the new number. */
async function bothCodes(who = thandi) {
  const begun = await value(startMobileChange(actorOf(who), { mobile }));
  const typed = { proof: begun.proof, codeId: begun.codeId, code: await world.codeFor(who.mobile) };
  const { proof } = await value(confirmOldMobile(actorOf(who), typed));
  const { codeId } = await value(sendNewMobileCode(actorOf(who), { proof }));
  return { proof, codeId, code: await world.codeFor(mobile) };
}

async function mobiles({ personId, customerId } = thandi) {
  const kept = await findPerson(personId);
  const atAura = await auraClient().readCustomer({ customerId }, { deadlineMs: 10_000 });
  return { ours: kept?.mobile, auras: atAura.mobile };
}

const unchanged = () => ({ ours: thandi.mobile, auras: thandi.mobile });

test('with both codes the mobile is changed here and at AURA, the rest stays, and the old one is told', async () => {
  await world.flip({ customerUpdate: 'removed' });
  const customer = { allergies: 'nuts', name: 'Thandi', surname: 'Nkosi', mobile: thandi.mobile };
  await auraClient().updateCustomer({ customerId: thandi.customerId, customer }, { deadlineMs: 10_000 });
  expect(await completeMobileChange(actorOf(thandi), await bothCodes())).toMatchObject({ ok: true });
  expect(await mobiles()).toEqual({ ours: mobile, auras: mobile });
  const after = await auraClient().readCustomer({ customerId: thandi.customerId }, { deadlineMs: 10_000 });
  expect(after).toMatchObject({ name: 'Thandi', surname: 'Nkosi', allergies: 'nuts' });
  await eventually(async () =>
    expect((await world.textsTo(thandi.mobile))[0]).toMatch(/mobile number was changed/),
  );
  const audited = await pool().query(
    `select from audit_entry where action = 'person.change_mobile' and subject = $1`,
    [thandi.personId],
  );
  expect(audited.rowCount).toBe(1);
});

test('the new number gets no code before the old one is confirmed', async () => {
  const begun = await value(startMobileChange(actorOf(thandi), { mobile }));
  expect(await sendNewMobileCode(actorOf(thandi), { proof: begun.proof })).toMatchObject({
    code: 'code.expired',
  });
  expect(await world.messagesTo(mobile)).toBe(0);
  const { proof, codeId } = begun;
  const code = await world.codeFor(thandi.mobile);
  expect(await completeMobileChange(actorOf(thandi), { proof, codeId, code })).toMatchObject({ ok: false });
  expect(await mobiles()).toEqual(unchanged());
});

test('neither number is readable in what the form carries', async () => {
  const { proof } = await value(startMobileChange(actorOf(thandi), { mobile }));
  const text = proof + Buffer.from(proof, 'base64url').toString('latin1');
  for (const number of [mobile, thandi.mobile]) expect(text).not.toContain(number.slice(-4));
});

test('what another person confirmed counts for nobody else, and nothing counts for ever', async () => {
  const other = await registerTestPerson();
  const typed = await bothCodes();
  expect(await completeMobileChange(actorOf(other), typed)).toMatchObject({ code: 'code.expired' });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31 * 60_000 });
  expect(await completeMobileChange(actorOf(thandi), typed)).toMatchObject({ code: 'code.expired' });
  expect(await mobiles()).toEqual(unchanged());
});

test('a code that was sent for something else counts for neither step', async () => {
  const { proof } = await bothCodes();
  // The code of the old number, which would open a session, is none of the new one.
  const again = await value(startMobileChange(actorOf(thandi), { mobile }));
  const wrong = { proof, codeId: again.codeId, code: await world.codeFor(thandi.mobile) };
  expect(await completeMobileChange(actorOf(thandi), wrong)).toMatchObject({ code: 'code.wrong' });
  expect(await mobiles()).toEqual(unchanged());
});

test.each([
  ['refused', 'mobile.refused_at_aura'],
  ['ignored', 'mobile.refused_at_aura'],
])('where AURA has an update of the mobile %s, nothing is changed and it is said', async (position, code) => {
  await world.flip({ mobileUpdate: position });
  expect(await completeMobileChange(actorOf(thandi), await bothCodes())).toEqual({ ok: false, code });
  expect(await mobiles()).toEqual(unchanged());
});

test('a number that is somebody else’s, here or at AURA, is not taken', async () => {
  const other = await registerTestPerson();
  mobile = other.mobile;
  expect(await completeMobileChange(actorOf(thandi), await bothCodes())).toMatchObject({
    code: 'mobile.taken',
  });
  await database().update(person).set(mobileColumns('+27790000001')).where(eq(person.id, other.personId));
  await pool().query('delete from limit_event');
  expect(await completeMobileChange(actorOf(thandi), await bothCodes())).toMatchObject({
    code: 'mobile.taken_at_aura',
  });
  expect(await mobiles()).toEqual(unchanged());
});

test('while an alarm is open the number stays', async () => {
  const typed = await bothCodes();
  const at = new Date();
  await recordCallout(database(), {
    ...{
      calloutId: randomInt(1_000_000, 9_000_000),
      personId: thandi.personId,
      kind: 'real',
      rawStatus: 'created',
    },
    ...{ trackingUrl: null, responseTypeId: null, fix: null, at },
  });
  expect(await completeMobileChange(actorOf(thandi), typed)).toMatchObject({ code: 'mobile.alarm_open' });
  expect(await startMobileChange(actorOf(thandi), { mobile })).toMatchObject({ code: 'mobile.alarm_open' });
});

test.each([
  ['their own', () => thandi.mobile],
  ['one of another country', () => '+447400123456'],
  ['none', () => '082 555'],
])('%s is refused at the field, without a code', async (_which, typed) => {
  const refused = await startMobileChange(actorOf(thandi), { mobile: typed() });
  expect(refused).toMatchObject({ code: 'input.invalid', fields: { mobile: expect.any(String) } });
  expect(await world.messagesTo(thandi.mobile)).toBe(0);
});
