import 'server-only';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { database } from '#lib/db/database.ts';
import { calloutPosition } from '#lib/db/position-tables.ts';
import { callout, person } from '#lib/db/tables.ts';

/**
 * The newest callouts that AURA has not closed, with their people and where they are: what the map and the alerts
 * read. Each is looked up by itself, which the limits see to: they are few, and this is asked all the time.
 */
export function openCallouts(limit: number, kind?: 'real') {
  const named = database()
    .select({ name: person.name, surname: person.surname })
    .from(person)
    .where(eq(person.id, callout.personId))
    .limit(1)
    .as('named');
  const device = database()
    .select({
      latitude: calloutPosition.latitude,
      longitude: calloutPosition.longitude,
      accuracyM: calloutPosition.accuracyM,
      measuredAt: calloutPosition.measuredAt,
      // Before any device was heard of, the row says the beginning of time.
      heardAt: sql<Date | null>`nullif(${calloutPosition.heardAt}, to_timestamp(0))`
        .mapWith(calloutPosition.heardAt)
        .as('device_heard_at'),
      pauseReason: calloutPosition.pauseReason,
    })
    .from(calloutPosition)
    .where(eq(calloutPosition.calloutId, callout.id))
    .limit(1)
    .as('device');
  return (
    database()
      .select({
        calloutId: callout.id,
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
        device: {
          latitude: device.latitude,
          longitude: device.longitude,
          accuracyM: device.accuracyM,
          measuredAt: device.measuredAt,
        },
        heardAt: device.heardAt,
        pauseReason: device.pauseReason,
      })
      .from(callout)
      .innerJoinLateral(named, sql`true`)
      .leftJoinLateral(device, sql`true`)
      .where(and(isNull(callout.closedAt), kind && eq(callout.kind, kind)))
      // AURA's ids grow.
      .orderBy(desc(callout.id))
      .limit(limit)
  );
}

export type OpenCallout = Awaited<ReturnType<typeof openCallouts>>[number];
