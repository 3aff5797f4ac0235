import { randomInt, randomUUID } from 'node:crypto';
import { and, eq, getTableColumns, getTableName } from 'drizzle-orm';
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core';
import { database } from '#lib/db/database.ts';
import { customerImport } from '#lib/db/import-tables.ts';
import { keptTables } from '#lib/db/kept.ts';
import { mobileColumns } from '#lib/db/sealed-mobile.ts';
import { person, user } from '#lib/db/tables.ts';
import { seals } from '#lib/platform/seals.ts';
import { seal } from '#lib/platform/secret-box.ts';
import { registerTestPerson, type TestPerson } from './test-callout.ts';

// A row for one person in every table that may have one, each column filled by its type. What a new table needs beside
// its annotations is at most a line of `RELATIONS`.

type Row = Record<string, unknown>;
export type Planted = { table: PgTable; row: Row };
export type PlantedPerson = TestPerson & { rows: Planted[]; calloutId: number; words: string };

/** Filled by the registration, and changed here. */
const REGISTERED: readonly PgTable[] = [user, person];
const KEPT_OF_REGISTERED = new Set([
  'id',
  'mobile',
  'mobileHash',
  'auraCustomerId',
  'pressTokenEdition',
  'email',
  'role',
]);
/** Not there before an erasure begins. */
const NOT_PLANTED = new Set(['erasure']);

/** A new person with a row in every table. `operatorId` must be an operator's account. */
export async function plantPerson(operatorId: string): Promise<PlantedPerson> {
  const registered = await registerTestPerson();
  const words = `planted-${randomUUID()}`;
  const calloutId = randomInt(100_000_000, 999_999_999);
  const relations = await relationsOf({ ...registered, calloutId, operatorId });
  const tables = keptTables
    .filter(({ whose, table }) => typeof whose === 'object' && !NOT_PLANTED.has(getTableName(table)))
    .map(({ table }) => table)
    .toSorted((one, other) => rank(one) - rank(other));
  const rows: Planted[] = [];
  for (const table of tables) {
    const values = filled(table, words, relations[getTableName(table)] ?? {});
    if (REGISTERED.includes(table)) {
      const change = Object.fromEntries(
        Object.entries(values).filter(([key]) => !KEPT_OF_REGISTERED.has(key)),
      );
      await database().update(table).set(change).where(idIs(table, registered.personId));
      values.id = registered.personId;
    } else await database().insert(table).values(values);
    const row = await readAgain({ table, row: values });
    if (!row) throw new Error(`${getTableName(table)}: nothing was planted`);
    rows.push({ table, row });
  }
  return { ...registered, rows, calloutId, words };
}

/** Tables that others name come first. */
function rank(table: PgTable): number {
  const order = ['user', 'person', 'session', 'callout', 'press', 'device', 'push_subscription'];
  const at = order.indexOf(getTableName(table));
  return at < 0 ? order.length : at;
}

type Ids = TestPerson & { calloutId: number; operatorId: string };

async function relationsOf({
  personId,
  mobile,
  customerId,
  calloutId,
  operatorId,
}: Ids): Promise<Record<string, Row>> {
  const [sessionId, deviceId] = [randomUUID(), randomUUID()];
  const [pressId, importId] = [randomUUID(), randomUUID()];
  const file = { id: importId, fileName: 'a.csv', subscriptionTypeId: 4, state: 'done' } as const;
  await database()
    .insert(customerImport)
    .values({ ...file, uploadedAt: new Date(), uploadedBy: operatorId });
  const ofCallout = { calloutId };
  return {
    user: { disabledAt: null },
    person: { deletedAt: null },
    registration: { personId, ...mobileColumns(mobile) },
    signup_session: { customerId, createdBy: operatorId },
    session: { id: sessionId, userId: personId },
    device: { id: deviceId, personId, sessionId },
    push_subscription: { deviceId, personId },
    push_notice: { deviceId, calloutId },
    hook_event: { calloutId, pressId },
    one_time_code: mobileColumns(mobile),
    customer_import_row: { importId, personId, ...mobileColumns(mobile) },
    trusted_contact: { personId },
    callout: { id: calloutId, personId, verdictBy: operatorId },
    press: {
      ...{ id: pressId, personId, calloutId, state: 'delivered' },
      ...{ outcome: null, outcomeAt: null, outcomeBy: null },
    },
    press_text_code: { personId },
    callout_fact: ofCallout,
    contact_text: ofCallout,
    callout_message: { calloutId, pressId, author: 'person', authorId: personId },
    message_stream: ofCallout,
    cancellation: { calloutId, state: 'accepted', actorId: personId },
    callout_note: { calloutId, operatorId },
    callout_fix: ofCallout,
    callout_position: ofCallout,
    share_link: ofCallout,
    callout_outcome: ofCallout,
    callout_rating: { calloutId, rating: 4 },
    webhook_event: { customerId, about: 'callout', aboutId: calloutId },
  };
}

function filled(table: PgTable, words: string, given: Row): Row {
  return Object.fromEntries(
    Object.entries(getTableColumns(table)).flatMap(([key, column]) => {
      if (key in given) return [[key, given[key]]];
      if (column.generated) return [];
      if (key === 'bodySealed') return [[key, seal(seals.webhookBody, words)]];
      const where = `${getTableName(table)}.${column.name}`;
      return [
        [key, plantedIn(column, isOfPerson(table, key) ? `${words} ${where}` : `${randomUUID()} ${where}`)],
      ];
    }),
  );
}

function isOfPerson(table: PgTable, key: string): boolean {
  const column = keptTables.find((kept) => kept.table === table)?.columns[key];
  return column?.sensitivity === 'personal' || column?.sensitivity === 'sensitive';
}

function plantedIn(column: PgColumn, words: string): unknown {
  if (column.enumValues && column.enumValues.length > 0) return column.enumValues[0];
  switch (column.dataType) {
    case 'string':
      return column.columnType === 'PgUUID' ? randomUUID() : words;
    case 'number':
      return column.columnType === 'PgDoublePrecision'
        ? randomInt(1, 80) + 0.125
        : randomInt(1, 2_000_000_000);
    case 'bigint':
      return BigInt(randomInt(1, 2_000_000_000));
    case 'boolean':
      return true;
    case 'date':
      return new Date(Date.now() - randomInt(10_000, 20_000) * 1_000);
    case 'custom':
      return plantedSealed(column, words);
    default:
      return [words];
  }
}

/** Whatever of these the column seals. */
function plantedSealed(column: PgColumn, words: string): unknown {
  const place = { latitude: randomInt(1, 80) + 0.125, longitude: randomInt(1, 80) + 0.125, accuracyM: 5 };
  if (column.name.endsWith('place')) return place;
  return ['incidents', 'report', 'channel'].includes(column.name) ? [words] : words;
}

/** The row as it is now, by its primary key; null when it is gone. */
export async function readAgain({ table, row }: Planted): Promise<Row | null> {
  const { primaryKeys, columns } = getTableConfig(table);
  const keys = primaryKeys[0]?.columns ?? columns.filter(({ primary }) => primary);
  const names = Object.entries(getTableColumns(table));
  const same = keys.map((column) => {
    const [name] = names.find(([, own]) => own.name === column.name) ?? [''];
    return eq(column, row[name]);
  });
  const [found] = await database()
    .select()
    .from(table)
    .where(and(...same));
  return found ?? null;
}

function idIs(table: PgTable, id: string) {
  const { id: column } = getTableColumns(table);
  if (!column) throw new Error(`${getTableName(table)} has no id`);
  return eq(column, id);
}
