import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { saveHelp } from '#lib/customers/registration/save-help.ts';
import { pool } from '#lib/db/database.ts';
import { personActor, systemActor } from '#lib/identity/actor.ts';
import { recoverJournal } from '#lib/panic/delivery/recover-journal.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { sendNow } from '#lib/panic/device/send-now.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { testFolder } from '#lib/testing/test-folder.ts';
import { testOutage } from '#lib/testing/test-outage.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';

const world = await testWorld({ VIGIL_DATA_DIR: testFolder() });
const outage = testOutage(world.databaseUrl);

const SECURITY = 1;
const MEDICAL = 2;
/** Not of AURA's list. */
const UNKNOWN = 77;

let thandi: TestPerson;

beforeEach(async () => {
  thandi = await registerTestPerson();
});
afterEach(async () => {
  await outage.end();
  await world.restoreAura();
  await world.flip({ unknownResponseType: '400' });
  await recoverJournal(systemActor('test'), {});
});

const actor = () => personActor(thandi.personId, '192.0.2.1', thandi.customerId);

async function raise(more: object) {
  const raised = await raisePress(actor(), newTestPress({ ...more }));
  if (!raised.ok) throw new Error(`not raised: ${raised.code}`);
  return raised.value.receipt;
}

const atAura = z.object({
  callouts: z.array(z.object({ customerId: z.number(), responseTypeId: z.number() })),
});

/** The kinds of help of this person's callouts at AURA. */
async function typesAtAura() {
  const { callouts } = atAura.parse(await world.control('GET', 'callouts'));
  return callouts
    .filter(({ customerId }) => customerId === thandi.customerId)
    .map(({ responseTypeId }) => responseTypeId);
}

const typeInDatabase = async (pressId: string) =>
  (await pool().query('select response_type_id as type from press where id = $1', [pressId])).rows[0]?.type;

describe('the kind of help', () => {
  test('a medical press reaches AURA with the medical response type', async () => {
    const receipt = await raise({ responseTypeId: MEDICAL });
    expect(receipt.state).toBe('delivered');
    expect(await typesAtAura()).toEqual([MEDICAL]);
    expect(await typeInDatabase(receipt.pressId)).toBe(MEDICAL);
  });

  test('a press that names none asks for the default, until one was chosen, as a text message does', async () => {
    await raise({});
    expect(await typesAtAura()).toEqual([SECURITY]);
    thandi = await registerTestPerson();
    expect(await saveHelp(actor(), { responseTypeId: MEDICAL })).toEqual({ ok: true, value: null });
    await raise({});
    expect(await typesAtAura()).toEqual([MEDICAL]);
  });

  test.each([
    ['text', 'medical'],
    ['a fraction', 1.5],
    ['a negative number', -2],
    ['more than a number can hold', 1e300],
    ['an object', { id: 2 }],
  ])('%s in its place refuses no press', async (_what, responseTypeId) => {
    expect(await raise({ responseTypeId })).toMatchObject({ state: 'delivered' });
    expect(await typesAtAura()).toEqual([SECURITY]);
  });

  test.each(['400', '404', '409'])(
    'one that AURA answers %s to is not the end of the press: the default is asked for',
    async (unknownResponseType) => {
      await world.flip({ unknownResponseType });
      expect(await raise({ responseTypeId: UNKNOWN })).toMatchObject({ state: 'delivered', attempts: 1 });
      expect(await typesAtAura()).toEqual([SECURITY]);
    },
  );

  test('what AURA refuses for another reason it is not asked twice for', async () => {
    await world.refuse('createCallout', 403);
    const before = await world.callsOf('createCallout');
    expect(await raise({ responseTypeId: MEDICAL })).toMatchObject({ state: 'rejected' });
    expect((await world.callsOf('createCallout')) - before).toBe(1);
  });
});

describe('within the grace', () => {
  const held = (pressId: string, responseTypeId: number) =>
    raise({ pressId, responseTypeId, graceSeconds: 30 });

  test('the last kind that was chosen counts', async () => {
    const { pressId } = await held(crypto.randomUUID(), SECURITY);
    expect(await held(pressId, MEDICAL)).toMatchObject({ state: 'held' });
    await sendNow(actor(), { pressId });
    expect(await typesAtAura()).toEqual([MEDICAL]);
  });

  test('a repeat that names none leaves what was chosen', async () => {
    const { pressId } = await held(crypto.randomUUID(), MEDICAL);
    await raise({ pressId, graceSeconds: 30 });
    await sendNow(actor(), { pressId });
    expect(await typesAtAura()).toEqual([MEDICAL]);
  });

  test('a choice after it changes nothing any more', async () => {
    const { pressId } = await held(crypto.randomUUID(), MEDICAL);
    await sendNow(actor(), { pressId });
    await held(pressId, SECURITY);
    expect(await typesAtAura()).toEqual([MEDICAL]);
    expect(await typeInDatabase(pressId)).toBe(MEDICAL);
  });

  test('a choice counts without the database, too', async () => {
    await outage.begin();
    const { pressId } = await held(crypto.randomUUID(), SECURITY);
    await held(pressId, MEDICAL);
    await sendNow(actor(), { pressId });
    expect(await typesAtAura()).toEqual([MEDICAL]);
    await outage.end();
    await recoverJournal(systemActor('test'), {});
    expect(await typeInDatabase(pressId)).toBe(MEDICAL);
  });
});
