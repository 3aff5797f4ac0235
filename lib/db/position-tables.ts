import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { doubts, pauseReasons } from '#lib/vocabulary.ts';
import { sealedPlace } from './sealed-place.ts';
import { callout, instant, leased } from './tables.ts';

// Positions during open callouts. The same rules as for tables.ts.

/**
 * The trail: every fix, believed or not. In partitions by the week of `receivedAt` (decision 0042): by our clock, as a
 * partition by the device's would end with a phone whose clock is slow.
 */
export const calloutFix = pgTable(
  'callout_fix',
  {
    id: bigserial('id', { mode: 'number' }).notNull(),
    calloutId: bigint('callout_id', { mode: 'number' })
      .notNull()
      .references(() => callout.id),
    /** By the device's clock; deduplicates repeated fixes. */
    fixedAt: instant('fixed_at').notNull(),
    /** By our clock, estimated; orders the trail. */
    measuredAt: instant('measured_at').notNull(),
    receivedAt: instant('received_at').notNull(),
    place: sealedPlace('place').notNull(),
    /** A random id from the browser; distinguishes a person's devices. */
    device: text('device'),
    /** Why it is not believed, and not sent to AURA. */
    doubt: text('doubt', { enum: doubts }),
  },
  (table) => [
    primaryKey({ columns: [table.id, table.receivedAt] }),
    // Of one report only: of several, the store sees to it while it holds the callout's position.
    uniqueIndex('callout_fix_once').on(table.calloutId, table.fixedAt, table.receivedAt),
    index('callout_fix_trail').on(table.calloutId, table.measuredAt.desc(), table.id.desc()),
    // Small, as rows come in its order: it finds those that are too old.
    index('callout_fix_received').using('brin', table.receivedAt),
  ],
);

/** The current position, and what AURA has. */
export const calloutPosition = pgTable(
  'callout_position',
  {
    calloutId: bigint('callout_id', { mode: 'number' })
      .primaryKey()
      .references(() => callout.id),
    /** The leading device; another takes over when it is silent. */
    device: text('device'),
    heardAt: instant('heard_at').notNull(),
    /** The device's clock in its latest report; earlier ones are out of order. */
    saidAt: instant('said_at'),
    /** Null while it reports, or stopped without a reason. */
    pauseReason: text('pause_reason', { enum: pauseReasons }),
    /** The newest believed fix. */
    place: sealedPlace('place'),
    measuredAt: instant('measured_at'),
    ...leased,
    /** Measuring time of the newest fix that AURA has. */
    atAuraMeasuredAt: instant('at_aura_measured_at'),
    /** Start of the rate limit's minute. */
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
