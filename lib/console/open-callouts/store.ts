import 'server-only';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { database } from '#lib/db/database.ts';
import { calloutPosition } from '#lib/db/position-tables.ts';
import { callout, person } from '#lib/db/tables.ts';

/** The newest open callouts with person and position, for map and alerts. Frequent, so by limited index look-ups. */
export function openCallouts(limit: number, kind?: 'real') {
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
      // The epoch means: no report yet.
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
      .where(and(isNull(callout.closedAt), kind && eq(callout.kind, kind)))
      // AURA's ids grow.
      .orderBy(desc(callout.id))
      .limit(limit)
  );
}

export type OpenCallout = Awaited<ReturnType<typeof openCallouts>>[number];
