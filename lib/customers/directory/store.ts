import 'server-only';
import { and, count, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { openedPerson, type PersonRow, raisePressTokenEdition } from '#lib/customers/person-store.ts';
import { database, type Transaction, transaction } from '#lib/db/database.ts';
import { hasMobile } from '#lib/db/sealed-mobile.ts';
import { callout, person, press, user } from '#lib/db/tables.ts';
import { endSessions } from '#lib/identity/accounts.ts';
import { forgetDevices } from '#lib/identity/devices.ts';
import type { Lookup } from './model.ts';

type OrderedBy = Lookup['by'];
export type Cursor = { by: OrderedBy; customerId: number };
export type Found = { by: OrderedBy; row: PersonRow };

// Sort keys; each has an index on (key, customer id), or one on what is looked for.
const KEYS: Record<OrderedBy, SQL> = {
  newest: sql`${person.createdAt}`,
  customer: sql`'' collate "C"`,
  mobile: sql`'' collate "C"`,
  surname: sql`${person.searchSurname} collate "C"`,
  name: sql`${person.searchName} collate "C"`,
};

/** Upper bound of a prefix range: U+10FFFF sorts last in UTF-8. */
const endOf = (prefix: string) => `${prefix}\u{10FFFF}`;

/** Customers matching any lookup, after the cursor. Returns up to `limit` + 1 rows to detect a next page. */
export async function listPersons(
  lookups: readonly Lookup[],
  after: Cursor | null,
  limit: number,
): Promise<Found[]> {
  if (lookups.length === 0) return [];
  const cursorKey = after ? await keyOf(after) : null;
  // Rows are never removed, so an unknown cursor is invalid: end of list.
  if (after && cursorKey === null) return [];
  const branches = lookups.map((lookup, index) =>
    branch(lookup, lookups.slice(0, index), after && { ...after, key: cursorKey ?? '' }, limit + 1),
  );
  const { rows } = await database().execute<{ by: OrderedBy; customer_id: string }>(
    sql`select * from (${sql.join(branches, sql` union all `)}) as found ${order(lookups[0]?.by === 'newest')} limit ${limit + 1}`,
  );
  return withPersons(rows.map((row) => ({ by: row.by, customerId: Number(row.customer_id) })));
}

async function keyOf({ by, customerId }: Cursor): Promise<string | null> {
  const [row] = await database()
    // As text: a JavaScript Date would lose the microseconds.
    .select({ key: sql<string>`(${KEYS[by]})::text` })
    .from(person)
    .where(eq(person.auraCustomerId, customerId));
  return row?.key ?? null;
}

function branch(
  lookup: Lookup,
  before: readonly Lookup[],
  after: (Cursor & { key: string }) | null,
  limit: number,
): SQL {
  const key = KEYS[lookup.by];
  // Emptied accounts have no number of AURA's.
  const found = [
    sql`${person.auraCustomerId} > 0`,
    matches(lookup),
    ...before.map((other) => sql`not coalesce(${matches(other)}, false)`),
  ];
  const isNewest = lookup.by === 'newest';
  if (after) {
    const from = isNewest ? sql`${after.key}::timestamptz` : sql`${after.key}`;
    found.push(
      sql`(${key}, ${person.auraCustomerId}) ${isNewest ? sql`<` : sql`>`} (${from}, ${after.customerId}::bigint)`,
    );
  }
  return sql`(select ${lookup.by}::text as by, ${person.auraCustomerId} as customer_id, ${key} as sort_key from ${person}
    where ${sql.join(found, sql` and `)} ${order(isNewest)} limit ${limit})`;
}

function order(isNewest: boolean): SQL {
  return isNewest ? sql`order by sort_key desc, customer_id desc` : sql`order by sort_key, customer_id`;
}

/** SQL condition for a lookup, in a form that uses the index. */
export function matches(lookup: Lookup): SQL {
  switch (lookup.by) {
    case 'newest':
      return sql`true`;
    case 'customer':
      return sql`${person.auraCustomerId} = ${lookup.customerId}::bigint`;
    case 'mobile':
      return hasMobile(person, lookup.mobile);
    default:
      return sql`${KEYS[lookup.by]} >= ${lookup.prefix} and ${KEYS[lookup.by]} < ${endOf(lookup.prefix)}`;
  }
}

/** Ids of at most `limit` matches of one lookup, by index scan. */
export function meantBy(lookup: Lookup, limit: number): SQL {
  return sql`(select ${person.id} from ${person} where ${matches(lookup)} order by ${KEYS[lookup.by]} limit ${limit})`;
}

async function withPersons(found: readonly Cursor[]): Promise<Found[]> {
  if (found.length === 0) return [];
  const ids = found.map(({ customerId }) => customerId);
  const rows = await database().select().from(person).where(inArray(person.auraCustomerId, ids));
  const byId = new Map(rows.map((row) => [row.auraCustomerId, openedPerson(row)]));
  return found.flatMap(({ by, customerId }) => {
    const row = byId.get(customerId);
    return row ? [{ by, row }] : [];
  });
}

export async function namesOf(customerIds: readonly number[]): Promise<Map<number, string>> {
  if (customerIds.length === 0) return new Map();
  const rows = await database()
    .select({ customerId: person.auraCustomerId, name: person.name, surname: person.surname })
    .from(person)
    .where(inArray(person.auraCustomerId, [...customerIds]));
  return new Map(
    rows.map(({ customerId, name, surname }) => [customerId, [name, surname].filter(Boolean).join(' ')]),
  );
}

export async function countCallouts(personId: string): Promise<{ total: number; open: number }> {
  const [row] = await database()
    .select({ total: count(), open: sql<number>`count(*) filter (where ${callout.closedAt} is null)::int` })
    .from(callout)
    .where(eq(callout.personId, personId));
  return row ?? { total: 0, open: 0 };
}

/** The person's newest presses, with the operator who set the outcome. */
export async function listPresses(personId: string, limit: number) {
  return database()
    .select({ press, outcomeBy: user.name })
    .from(press)
    .leftJoin(user, eq(user.id, press.outcomeBy))
    .where(eq(press.personId, personId))
    .orderBy(desc(press.receivedAt))
    .limit(limit);
}

/** Ends all sessions and revokes the press tokens of open pages. */
export async function markDeleted(personId: string, at: Date): Promise<void> {
  await transaction(async (tx: Transaction) => {
    await tx
      .update(person)
      .set({ deletedAt: at })
      .where(and(eq(person.id, personId), isNull(person.deletedAt)));
    await endSessions(tx, personId);
    await forgetDevices(tx, personId);
    await raisePressTokenEdition(tx, personId);
  });
}
