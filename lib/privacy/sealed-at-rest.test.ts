import { randomUUID } from 'node:crypto';
import { getTableName } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { listCallouts } from '#lib/console/board/list-callouts.ts';
import { readStatus } from '#lib/console/callout-page/read-status.ts';
import { readHandover } from '#lib/console/handover/read-handover.ts';
import { writeHandover } from '#lib/console/handover/write-handover.ts';
import { listOnMap } from '#lib/console/map/list-on-map.ts';
import { listNotes } from '#lib/console/notes/list-notes.ts';
import { writeNote } from '#lib/console/notes/write-note.ts';
import { readCustomer } from '#lib/customers/directory/read-customer.ts';
import { readPressAids } from '#lib/customers/registration/read-press-aids.ts';
import { readProfile } from '#lib/customers/registration/read-profile.ts';
import { saveAddress } from '#lib/customers/registration/save-address.ts';
import { saveTrustedContacts } from '#lib/customers/registration/save-trusted-contacts.ts';
import { pool } from '#lib/db/database.ts';
import { keptTables } from '#lib/db/kept.ts';
import { deliverMessages } from '#lib/following/messages/deliver-messages.ts';
import { readMessages } from '#lib/following/messages/read-messages.ts';
import { writeMessage } from '#lib/following/messages/write-message.ts';
import { readCallout } from '#lib/following/page/read-callout.ts';
import { forwardPositions } from '#lib/following/positions/forward-positions.ts';
import { recordFix } from '#lib/following/positions/record-fix.ts';
import { type Actor, personActor, systemActor } from '#lib/identity/actor.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { testOperator } from '#lib/testing/test-operator.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';

await testWorld();

const HOME = { address: '14 Jacaranda Lane, gate code 4471', latitude: -26.31877, longitude: 28.17741 };
const AT_PRESS = { latitude: -26.10423, longitude: 28.05391 };
const LATER = { latitude: -26.10467, longitude: 28.05412 };
const CONTACT = { name: 'Nomvula Contact', mobile: '+27825550142' };
const MESSAGE = 'He is at the back door with a knife';
const NOTE = 'She phoned from the shed, whisper only';
const HANDOVER = 'Watch Jacaranda Lane tonight';

let operator: Actor;
let owner: ReturnType<typeof personActor>;
let customerId: number;
let thandi: TestPerson;
let calloutId: number;

const done = <Value>(result: { ok: true; value: Value } | { ok: false; code: string }): Value => {
  if (!result.ok) throw new Error(result.code);
  return result.value;
};

beforeAll(async () => {
  operator = (await testOperator('operator', 'Ada')).actor;
  thandi = await registerTestPerson();
  customerId = thandi.customerId;
  owner = personActor(thandi.personId, '192.0.2.1', thandi.customerId);
  const { address, latitude, longitude } = HOME;
  done(await saveAddress(owner, { address, latitude: `${latitude}`, longitude: `${longitude}` }));
  done(await saveTrustedContacts(owner, { contacts: [CONTACT], isTexted: true }));
  const location = { ...newTestPress().location, ...AT_PRESS };
  const raised = done(await raisePress(owner, newTestPress({ location })));
  calloutId = Number(raised.receipt.calloutId);
  done(await recordFix(owner, { calloutId, fixes: [{ ...LATER, accuracy: 9 }] }));
  done(await writeMessage(owner, { calloutId, id: randomUUID(), text: MESSAGE }));
  done(await writeNote(operator, { calloutId, id: randomUUID(), text: NOTE }));
  done(await writeHandover(operator, { id: randomUUID(), note: HANDOVER }));
});

async function ownMessage() {
  const { messages } = done(await readMessages(owner, { calloutId }));
  return messages.find(({ author }) => author === 'person');
}

/** Every table as text. */
async function dump(): Promise<string> {
  const tables = await Promise.all(
    keptTables.map(async ({ table }) => {
      const { rows } = await pool().query<{ row: string }>(
        `select t::text as row from "${getTableName(table)}" t`,
      );
      return rows.map(({ row }) => row).join('\n');
    }),
  );
  return tables.join('\n');
}

test('a dump of the database holds no home, contact, message, note or position', async () => {
  const text = await dump();
  expect(text).toContain('Thandi');
  const places = [HOME, AT_PRESS, LATER].flatMap(({ latitude, longitude }) => [latitude, longitude]);
  const secrets = [
    thandi.mobile,
    thandi.mobile.slice(3),
    HOME.address,
    'Jacaranda',
    CONTACT.name,
    CONTACT.mobile,
    MESSAGE,
    NOTE,
    ...places,
  ];
  expect(secrets.filter((each) => text.includes(String(each)))).toEqual([]);
  // What the product itself makes of them is there to be found.
  await eventually(async () => expect(await ownMessage()).toMatchObject({ text: MESSAGE, state: 'sent' }));
  expect(done(await listNotes(operator, { calloutId })).notes).toMatchObject([{ text: NOTE }]);
  expect(done(await readCallout(owner, { calloutId })).following?.newest).toMatchObject(LATER);
  expect(done(await readProfile(owner, {}))).toMatchObject({
    address: HOME,
    trusted: { contacts: [CONTACT] },
  });
});

test('with the key gone everything goes on, and says what cannot be opened', async () => {
  await pool().query(
    `update callout_message set state = 'queued', due_at = now(), outcome_unknown_since = null`,
  );
  testEnv({ SECRET_KEY: 'quite another key for tests of 32 bytes or more' });
  const unopened = 'Cannot be opened';
  expect(await ownMessage()).toMatchObject({ text: unopened });
  expect(done(await listNotes(operator, { calloutId })).notes).toMatchObject([{ text: unopened }]);
  expect(done(await readHandover(operator, {})).handovers).toMatchObject([{ note: unopened }]);
  expect(done(await readCallout(owner, { calloutId })).following?.newest).toBeNull();
  expect(done(await readProfile(owner, {}))).toMatchObject({ address: null, trusted: { contacts: [] } });
  expect(done(await readPressAids(owner, {}))).toMatchObject({ contact: null });
  expect(done(await readCustomer(operator, { customerId }))).toMatchObject({ address: null, nearby: null });
  expect(done(await readStatus(operator, { calloutId }))).toMatchObject({
    fix: null,
    person: { mobile: '' },
  });
  expect(done(await listOnMap(operator, {})).callouts).toMatchObject([{ calloutId, place: null }]);
  expect(done(await listCallouts(operator, {})).callouts).toMatchObject([{ calloutId, place: null }]);

  // Nothing that cannot be read is sent to AURA, and nothing waits behind it.
  const system = systemActor('test');
  await deliverMessages(system, { calloutId });
  expect(await ownMessage()).toMatchObject({ state: 'failed' });
  expect(await forwardPositions(system, {})).toMatchObject({ ok: true });

  // Help comes for whoever presses now, and their next position is the one that counts.
  const other = await registerTestPerson();
  const presser = personActor(other.personId, '192.0.2.2', other.customerId);
  expect(await raisePress(presser, newTestPress())).toMatchObject({
    value: { receipt: { state: 'delivered' } },
  });
  done(await recordFix(owner, { calloutId, fixes: [{ ...LATER, accuracy: 9 }] }));
  expect(done(await readCallout(owner, { calloutId })).following?.newest).toMatchObject(LATER);
});
