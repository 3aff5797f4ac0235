import { randomUUID } from 'node:crypto';
import { eq, getTableColumns, getTableName } from 'drizzle-orm';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findPersonByMobile } from '#lib/customers/person-store.ts';
import { database, pool } from '#lib/db/database.ts';
import { oneTimeCode } from '#lib/db/identity-tables.ts';
import { keptTables } from '#lib/db/kept.ts';
import type { ColumnKept } from '#lib/db/kept-model.ts';
import { hasMobile, mobileColumns } from '#lib/db/sealed-mobile.ts';
import { person } from '#lib/db/tables.ts';
import { insertOperator } from '#lib/identity/accounts.ts';
import { operatorActor, personActor, systemActor } from '#lib/identity/actor.ts';
import { authenticatePress } from '#lib/identity/presser.ts';
import { readIntegration } from '#lib/integration/read-integration.ts';
import { type PlantedPerson, plantPerson, readAgain } from '#lib/testing/planted-rows.ts';
import { testSignIn } from '#lib/testing/test-browser.ts';
import { raiseTestCallout, registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { allowExport } from './allow-export.ts';
import { carryOutErasures } from './carry-out-erasures.ts';
import { eraseCustomer } from './erase-customer.ts';
import { eraseOwnData } from './erase-own-data.ts';
import { exportCustomer } from './export-customer.ts';
import { exportOwnData } from './export-own-data.ts';
import { isExported, type Scope } from './export-store.ts';
import { readErasure } from './read-erasure.ts';
import { startConfirmation } from './start-confirmation.ts';

const world = await testWorld();
const OPERATOR = 'operator-1';
const admin = operatorActor('admin', OPERATOR, 'Ada', null, new Date());

beforeAll(() =>
  insertOperator({ id: OPERATOR, name: 'Ada', email: 'ada@vigil.test', role: 'admin' }, 'none', new Date()),
);
afterEach(() => world.restoreAura());

const actorOf = ({ personId }: { personId: string }) => personActor(personId, '192.0.2.7');

/** A code that was sent to the person for it, as typed. */
async function codeOf(person: TestPerson, wish: 'export' | 'erase') {
  const started = await startConfirmation(actorOf(person), { wish });
  if (!started.ok) throw new Error(started.code);
  return { codeId: started.value.codeId, code: await world.codeFor(person.mobile) };
}

type Exported = { text: string; tables: Record<string, Record<string, unknown>[]> };

async function exported(person: TestPerson, scope: Scope): Promise<Exported> {
  const { customerId } = person;
  const file = scope === 'whole' ? await exportCustomer(admin, { customerId }) : await ownFile(person);
  if (!file.ok) throw new Error(file.code);
  let text = '';
  for await (const piece of file.value.pieces) text += piece;
  return { text, tables: JSON.parse(text).tables };
}

async function ownFile(person: TestPerson) {
  const allowed = await allowExport(actorOf(person), await codeOf(person, 'export'));
  if (!allowed.ok) throw new Error(allowed.code);
  return exportOwnData(actorOf(person), { grant: allowed.value.grant });
}

/** What the schema says of each column of the person’s rows that is theirs. */
function personalOf({ rows }: PlantedPerson) {
  return rows.flatMap(({ table, row }) => {
    const kept = keptTables.find((each) => each.table === table);
    return Object.entries(kept?.columns ?? {}).flatMap(([key, column]) => {
      const isTheirs = column.sensitivity === 'personal' || column.sensitivity === 'sensitive';
      const name = getTableColumns(table)[key]?.name ?? '';
      return isTheirs ? [{ table, row, key, name, column, where: `${getTableName(table)}.${name}` }] : [];
    });
  });
}

async function everything(): Promise<string> {
  const { rows: tables } = await pool().query(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  const texts = await Promise.all(
    tables.map(({ name }) => pool().query(`select t::text as line from "${name}" t`)),
  );
  return texts.flatMap(({ rows }) => rows.map(({ line }) => line)).join('\n');
}

describe('by the annotations of the schema', () => {
  test.each<Scope>(['whole', 'own'])('the %s export holds every personal column', async (scope) => {
    const thandi = await plantPerson(OPERATOR);
    const other = await plantPerson(OPERATOR);
    const { tables, text } = await exported(thandi, scope);
    const isIn = ({ column }: { column: ColumnKept }) => isExported(column, scope);
    for (const { table, row, key, name, where } of personalOf(thandi).filter(isIn)) {
      expect(row[key], `${where} is planted`).not.toBeNull();
      const plain = key === 'bodySealed' ? thandi.words : JSON.parse(JSON.stringify(row[key]));
      const found = tables[getTableName(table)]?.map((each) => each[name]);
      expect(found, where).toContainEqual(plain);
    }
    expect(text).not.toContain(other.words);
    expect(text).not.toContain(other.mobile);
    for (const { row, key, where } of personalOf(thandi).filter((each) => !isIn(each))) {
      const value = row[key];
      if (typeof value === 'string' && value.startsWith('planted')) expect(text, where).not.toContain(value);
    }
  });

  test('erasure removes or anonymises every personal column, and touches nobody else', async () => {
    const thandi = await plantPerson(OPERATOR);
    const other = await plantPerson(OPERATOR);
    const before = await Promise.all(other.rows.map(readAgain));
    const erased = await eraseOwnData(actorOf(thandi), await codeOf(thandi, 'erase'));
    expect(erased).toMatchObject({ ok: true });
    for (const { table, row, key, where } of personalOf(thandi)) {
      const now = await readAgain({ table, row });
      expect(row[key], `${where} was planted`).not.toBeNull();
      if (now) expect(now[key], where).not.toEqual(row[key]);
    }
    expect(await Promise.all(other.rows.map(readAgain))).toEqual(before);
    const all = await everything();
    const traces = [thandi.words, thandi.mobile, `,${thandi.customerId},`];
    expect(traces.filter((trace) => all.includes(trace))).toEqual([]);
    expect(all.includes(other.words)).toBe(true);
  });
});

describe('an erasure', () => {
  test('ends sessions and tokens, frees the mobile, tells AURA and the person', async () => {
    const thandi = await registerTestPerson();
    const phone = await testSignIn(thandi.personId);
    const calls = await world.callsOf('deleteCustomer');
    const erased = await eraseOwnData(actorOf(thandi), await codeOf(thandi, 'erase'));
    if (!erased.ok) throw new Error(erased.code);
    for (const headers of [phone.all, phone.token])
      expect(await authenticatePress(headers)).toMatchObject({ ok: false });
    expect(await findPersonByMobile(thandi.mobile)).toBeNull();
    expect(await readErasure(actorOf(thandi), erased.value)).toMatchObject({
      value: { erasedAt: expect.any(String), auraDeletedAt: expect.any(String) },
    });
    expect(await world.callsOf('deleteCustomer')).toBe(calls + 1);
    await expect
      .poll(() => world.textsTo(thandi.mobile))
      .toContainEqual(expect.stringContaining('account was deleted'));
    const { rows } = await pool().query(
      `select action from audit_entry where subject = $1 and action like 'person.%' order by id`,
      [thandi.personId],
    );
    expect(rows).toEqual([{ action: 'person.erase' }, { action: 'person.erased' }]);
  });

  test('waits for no help that is on its way: it is refused, and the code still counts afterwards', async () => {
    const { calloutId, personId, mobile } = await raiseTestCallout();
    const thandi = { personId, mobile, customerId: 0 };
    const typed = await codeOf(thandi, 'erase');
    const open = { ok: false, code: 'data.alarm_open' };
    expect(await eraseOwnData(actorOf(thandi), typed)).toEqual(open);
    expect(await findPersonByMobile(mobile)).not.toBeNull();
    await pool().query(`update callout set closed_at = now(), stage = 'closed' where id = $1`, [calloutId]);
    expect(await eraseOwnData(actorOf(thandi), typed)).toMatchObject({ ok: true });
  });

  test('that AURA does not answer is done here, says so, and is sent to AURA again', async () => {
    const thandi = await registerTestPerson();
    await world.breakAura('deleteCustomer', 'reset_before');
    const erased = await eraseOwnData(actorOf(thandi), await codeOf(thandi, 'erase'));
    if (!erased.ok) throw new Error(erased.code);
    expect(await readErasure(actorOf(thandi), erased.value)).toMatchObject({
      value: { erasedAt: expect.any(String), auraDeletedAt: null },
    });
    const shown = await readIntegration(admin, {});
    expect(shown).toMatchObject({
      value: {
        kept: { erasures: { here: { count: 0 }, atAura: { count: 1, oldestAt: expect.any(String) } } },
      },
    });
    await world.restoreAura();
    await pool().query('update erasure set due_at = now() where id = $1', [erased.value.erasureId]);
    await carryOutErasures(systemActor('erasure.carry_out'), {});
    const { rows } = await pool().query(
      'select aura_deleted_at, aura_customer_id from erasure where id = $1',
      [erased.value.erasureId],
    );
    expect(rows).toEqual([{ aura_deleted_at: expect.any(Date), aura_customer_id: null }]);
  });

  test('lets an alarm that came in meanwhile end first, and then takes it along', async () => {
    const thandi = await plantPerson(OPERATOR);
    await world.breakAura('deleteCustomer', 'reset_before');
    const erased = await eraseOwnData(actorOf(thandi), await codeOf(thandi, 'erase'));
    if (!erased.ok) throw new Error(erased.code);
    await world.restoreAura();
    const lateId = randomUUID();
    await pool().query('update erasure set erased_at = null, due_at = now() where id = $1', [
      erased.value.erasureId,
    ]);
    await pool().query(
      `insert into press (id, person_id, kind, state, pressed_at, received_at, place)
       values ($1, $2, 'real', 'recorded', now(), now(), '[-26,28,null]')`,
      [lateId, thandi.personId],
    );
    const round = () => carryOutErasures(systemActor('erasure.carry_out'), {});
    const state = async () => {
      const { rows } = await pool().query(
        `select p.person_id = $2 as theirs, e.erased_at is not null as erased, place
         from press p, erasure e where p.id = $1 and e.person_id = $2`,
        [lateId, thandi.personId],
      );
      return rows[0];
    };
    await round();
    expect(await state()).toEqual({ theirs: true, erased: false, place: '[-26,28,null]' });
    await pool().query(`update press set state = 'withdrawn' where id = $1`, [lateId]);
    await pool().query('update erasure set due_at = now() where id = $1', [erased.value.erasureId]);
    await round();
    expect(await state()).toEqual({ theirs: false, erased: true, place: null });
  });

  test('needs a code that was sent for it, to this person', async () => {
    const [thandi, other] = [await registerTestPerson(), await registerTestPerson()];
    const forExport = await codeOf(thandi, 'export');
    expect(await eraseOwnData(actorOf(thandi), forExport)).toEqual({ ok: false, code: 'code.wrong' });
    expect(await eraseOwnData(actorOf(thandi), await codeOf(other, 'erase'))).toEqual({
      ok: false,
      code: 'code.wrong',
    });
    expect(await findPersonByMobile(thandi.mobile)).not.toBeNull();
  });

  test('by an admin needs the surname, and may follow a deletion whose mobile is somebody else’s now', async () => {
    const thandi = await registerTestPerson();
    const { customerId } = thandi;
    expect(await eraseCustomer(admin, { customerId, confirmation: 'x' })).toMatchObject({
      code: 'input.invalid',
    });
    await pool().query('update person set deleted_at = now() where id = $1', [thandi.personId]);
    const next = await plantPerson(OPERATOR);
    const moved = mobileColumns(thandi.mobile);
    await database().update(person).set(moved).where(eq(person.id, next.personId));
    await database().update(oneTimeCode).set(moved).where(hasMobile(oneTimeCode, next.mobile));
    const { tables } = await exported(thandi, 'whole');
    expect(tables.one_time_code).toBeUndefined();
    const sent = await world.messagesTo(thandi.mobile);
    expect(await eraseCustomer(admin, { customerId, confirmation: 'Nkosi' })).toMatchObject({ ok: true });
    expect(await findPersonByMobile(thandi.mobile)).toMatchObject({ id: next.personId });
    const { rows } = await pool().query('select id from one_time_code where mobile_hash = $1', [
      moved.mobileHash,
    ]);
    expect(rows).toHaveLength(1);
    expect(await world.messagesTo(thandi.mobile)).toBe(sent);
    expect(await eraseCustomer(admin, { customerId, confirmation: 'Nkosi' })).toMatchObject({
      code: 'customer.not_found',
    });
  });
});
