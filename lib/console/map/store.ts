import 'server-only';
import { desc, eq, isNull, sql } from 'drizzle-orm';
import { database } from '#lib/db/database.ts';
import { calloutPosition } from '#lib/db/position-tables.ts';
import { callout, person } from '#lib/db/tables.ts';

/** Open callouts with their people and newest believed positions, newest first. AURA's ids grow. */
export function openQuery(limit: number) {
  // One by one: else the database reads all people first, for a few hundred.
  const named = database()
    .select({ name: person.name, surname: person.surname })
    .from(person)
    .where(eq(person.id, callout.personId))
    .limit(1)
    .as('named');
  return database()
    .select({
      id: callout.id,
      kind: callout.kind,
      stage: callout.stage,
      raisedAt: callout.raisedAt,
      duressAt: callout.duressAt,
      responseTypeId: callout.responseTypeId,
      name: named.name,
      surname: named.surname,
      pressed: {
        latitude: callout.latitude,
        longitude: callout.longitude,
        accuracyM: callout.accuracyM,
        measuredAt: callout.fixedAt,
      },
      newest: {
        latitude: calloutPosition.latitude,
        longitude: calloutPosition.longitude,
        accuracyM: calloutPosition.accuracyM,
        measuredAt: calloutPosition.measuredAt,
      },
    })
    .from(callout)
    .innerJoinLateral(named, sql`true`)
    .leftJoin(calloutPosition, eq(calloutPosition.calloutId, callout.id))
    .where(isNull(callout.closedAt))
    .orderBy(desc(callout.id))
    .limit(limit);
}

export type OpenRow = Awaited<ReturnType<typeof openQuery>>[number];
