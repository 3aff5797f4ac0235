import 'server-only';
import { desc, eq, isNull } from 'drizzle-orm';
import { database } from '#lib/platform/db/database.ts';
import { calloutPosition } from '#lib/platform/db/position-tables.ts';
import { callout, person } from '#lib/platform/db/tables.ts';

/** Open callouts with their people and newest believed positions, newest first. AURA's ids grow. */
export function openQuery(limit: number) {
  return database()
    .select({
      id: callout.id,
      kind: callout.kind,
      stage: callout.stage,
      raisedAt: callout.raisedAt,
      duressAt: callout.duressAt,
      responseTypeId: callout.responseTypeId,
      name: person.name,
      surname: person.surname,
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
    .innerJoin(person, eq(person.id, callout.personId))
    .leftJoin(calloutPosition, eq(calloutPosition.calloutId, callout.id))
    .where(isNull(callout.closedAt))
    .orderBy(desc(callout.id))
    .limit(limit);
}

export type OpenRow = Awaited<ReturnType<typeof openQuery>>[number];
