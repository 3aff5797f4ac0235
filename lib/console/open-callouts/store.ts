import 'server-only';
import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { database } from '#lib/db/database.ts';
import { calloutPosition } from '#lib/db/position-tables.ts';
import { callout, person } from '#lib/db/tables.ts';

/** Of the newest open callouts, what tells whether they need attention. Read at each poll of each board: narrow. */
export async function listOpenFacts(limit: number) {
  const rows = await openFactsQuery(limit);
  // Not in SQL: an expression is mapped at several times the cost of a column, and here are hundreds of rows.
  return rows.map(({ heardAt: at, ...facts }) => ({ ...facts, heardAt: at?.getTime() ? at : null }));
}

/** The query of {@link listOpenFacts}; a report at the epoch means none yet. */
export function openFactsQuery(limit: number) {
  const heard = database()
    .select({ at: calloutPosition.heardAt })
    .from(calloutPosition)
    .where(eq(calloutPosition.calloutId, callout.id))
    .limit(1)
    .as('heard');
  return (
    database()
      .select({
        calloutId: callout.id,
        kind: callout.kind,
        stage: callout.stage,
        raisedAt: callout.raisedAt,
        duressAt: callout.duressAt,
        heardAt: heard.at,
      })
      .from(callout)
      .leftJoinLateral(heard, sql`true`)
      .where(and(isNull(callout.closedAt), eq(callout.kind, 'real')))
      // AURA's ids grow.
      .orderBy(desc(callout.id))
      .limit(limit)
  );
}

/** The newest open callouts with person and position, for the map. */
export function openCallouts(limit: number) {
  return calloutsWith(isNull(callout.closedAt), sql<null>`null`).orderBy(desc(callout.id)).limit(limit);
}

/** Callouts by id, as rows of the queue. One that has just closed is among them. */
export async function listCalloutsOf(calloutIds: readonly number[]) {
  if (calloutIds.length === 0) return [];
  return calloutsWith(sql`${callout.id} = any(${sql.param(calloutIds)}::bigint[])`, callout.incidents);
}

// The epoch means: no report yet.
const heardAt = sql<Date | null>`nullif(${calloutPosition.heardAt}, to_timestamp(0))`
  .mapWith(calloutPosition.heardAt)
  .as('device_heard_at');

/** By limited index look-ups, as tables of persons and positions are large. */
function calloutsWith<Incidents extends typeof callout.incidents | SQL<null>>(
  condition: SQL,
  incidents: Incidents,
) {
  const named = database()
    .select({
      name: person.name,
      surname: person.surname,
      mobile: person.mobile,
      customerId: person.auraCustomerId,
    })
    .from(person)
    .where(eq(person.id, callout.personId))
    .limit(1)
    .as('named');
  const device = database()
    .select({
      place: calloutPosition.place,
      measuredAt: calloutPosition.measuredAt,
      heardAt,
      pauseReason: calloutPosition.pauseReason,
    })
    .from(calloutPosition)
    .where(eq(calloutPosition.calloutId, callout.id))
    .limit(1)
    .as('device');
  return database()
    .select({
      calloutId: callout.id,
      kind: callout.kind,
      stage: callout.stage,
      raisedAt: callout.raisedAt,
      duressAt: callout.duressAt,
      responseTypeId: callout.responseTypeId,
      incidents,
      name: named.name,
      surname: named.surname,
      mobile: named.mobile,
      customerId: named.customerId,
      pressed: {
        place: callout.place,
        measuredAt: callout.fixedAt,
      },
      device: {
        place: device.place,
        measuredAt: device.measuredAt,
      },
      heardAt: device.heardAt,
      pauseReason: device.pauseReason,
    })
    .from(callout)
    .innerJoinLateral(named, sql`true`)
    .leftJoinLateral(device, sql`true`)
    .where(condition);
}

export type OpenCallout = Awaited<ReturnType<typeof listCalloutsOf>>[number];
