import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  check,
  doublePrecision,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { doubts, pauseReasons } from '#lib/vocabulary.ts';
import { callout, instant, leased } from './tables.ts';

// Where people are while their callouts are open. The same rules as for tables.ts.

/** The trail: every fix that a device sent while its callout was open, believed or not. */
export const calloutFix = pgTable(
  'callout_fix',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    calloutId: bigint('callout_id', { mode: 'number' })
      .notNull()
      .references(() => callout.id),
    /** As the device said; sending the same one again changes nothing. */
    fixedAt: instant('fixed_at').notNull(),
    /** The same on our clock, as well as it can be told: the order of the trail. */
    measuredAt: instant('measured_at').notNull(),
    receivedAt: instant('received_at').notNull(),
    latitude: doublePrecision('latitude').notNull(),
    longitude: doublePrecision('longitude').notNull(),
    /** Null where the device did not know it. */
    accuracyM: doublePrecision('accuracy_m'),
    /** Made up by the browser; tells two devices of one person apart. */
    device: text('device'),
    /** Why it is kept but not believed, and so not told to AURA. */
    doubt: text('doubt', { enum: doubts }),
  },
  (table) => [
    uniqueIndex('callout_fix_once').on(table.calloutId, table.fixedAt),
    index('callout_fix_trail').on(table.calloutId, table.measuredAt.desc(), table.id.desc()),
    check('callout_fix_latitude', sql`${table.latitude} between -90 and 90`),
    check('callout_fix_longitude', sql`${table.longitude} between -180 and 180`),
  ],
);

/** Where the person of an open callout is, as far as we know, and what AURA was told of it. */
export const calloutPosition = pgTable(
  'callout_position',
  {
    calloutId: bigint('callout_id', { mode: 'number' })
      .primaryKey()
      .references(() => callout.id),
    /** The device whose fixes count; another takes over when it has gone quiet. */
    device: text('device'),
    heardAt: instant('heard_at').notNull(),
    /** When that device sent what was heard last, by its own clock: what it sent before and comes later is late. */
    saidAt: instant('said_at'),
    /** Why the device said that it stops; null while it goes on, or went without a word. */
    pauseReason: text('pause_reason', { enum: pauseReasons }),
    /** The newest fix that is believed. */
    latitude: doublePrecision('latitude'),
    longitude: doublePrecision('longitude'),
    accuracyM: doublePrecision('accuracy_m'),
    measuredAt: instant('measured_at'),
    ...leased,
    /** When the fix was measured that AURA took last. */
    atAuraMeasuredAt: instant('at_aura_measured_at'),
    /** Fixes taken since `minuteFrom`. */
    minuteFrom: instant('minute_from').notNull(),
    minuteFixes: integer('minute_fixes').notNull(),
  },
  (table) => [
    index('callout_position_due')
      .on(table.dueAt)
      .where(
        sql`${table.measuredAt} is not null and (${table.atAuraMeasuredAt} is null or ${table.atAuraMeasuredAt} < ${table.measuredAt})`,
      ),
  ],
);
