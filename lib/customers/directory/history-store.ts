import 'server-only';
import { and, desc, eq, ne, type SQL, sql } from 'drizzle-orm';
import { database } from '#lib/db/database.ts';
import { cellHashes } from '#lib/db/sealed-place.ts';
import { callout, person, press } from '#lib/db/tables.ts';
import { cellsNear, type Place } from './place-model.ts';

const calloutLine = {
  calloutId: callout.id,
  kind: callout.kind,
  stage: callout.stage,
  at: callout.raisedAt,
  place: callout.place,
};

/** The person's newest callouts. */
export async function listCalloutsOf(personId: string, limit: number) {
  return database()
    .select(calloutLine)
    .from(callout)
    .where(eq(callout.personId, personId))
    .orderBy(desc(callout.raisedAt), desc(callout.id))
    .limit(limit);
}

const other = { customerId: person.auraCustomerId, name: person.name, surname: person.surname };

/** Other people's newest callouts in the cells around a place. */
export async function listCalloutsAround(place: Place, personId: string, limit: number) {
  return database()
    .select({ ...calloutLine, person: other })
    .from(callout)
    .innerJoin(person, eq(person.id, callout.personId))
    .where(and(isAround(callout, place), ne(callout.personId, personId)))
    .orderBy(desc(callout.raisedAt), desc(callout.id))
    .limit(limit);
}

/** Other people's newest presses there of which AURA has none. */
export async function listPressesAround(place: Place, personId: string, limit: number) {
  return database()
    .select({
      pressId: press.id,
      kind: press.kind,
      state: press.state,
      at: press.receivedAt,
      place: press.place,
      person: other,
    })
    .from(press)
    .innerJoin(person, eq(person.id, press.personId))
    .where(and(isAround(press, place), ne(press.personId, personId), ne(press.state, 'delivered')))
    .orderBy(desc(press.receivedAt))
    .limit(limit);
}

function isAround(table: typeof callout | typeof press, place: Place): SQL {
  const { rows, columns } = cellsNear(place);
  const cells = rows.flatMap((row) => columns.flatMap((column) => cellHashes(row, column)));
  return sql`${table.cell} = any(${sql.param(cells)}::text[])`;
}
