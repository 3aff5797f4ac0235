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
} from 'drizzle-orm/pg-core';
import { eventProblems, eventStates, eventSubjects } from '#lib/vocabulary.ts';
import { instant, leased } from './tables.ts';

// How AURA is asked, and what it delivers by itself. The same rules as for tables.ts.

/** How the deployment follows its callouts; one row. */
export const following = pgTable(
  'following',
  {
    id: integer('id').primaryKey(),
    /** Somebody has the board open, as far as we know, until then. */
    boardWatchedUntil: instant('board_watched_until'),
    /** When the poller's last round began, and how many in a row got no answer from AURA. */
    roundAt: instant('round_at'),
    failedRounds: integer('failed_rounds').notNull().default(0),
    /** When the first of these began: since then AURA counts as unreachable. */
    failedSince: instant('failed_since'),
    /** What is left of the calls to AURA that following may make, as counted at that instant. */
    readsLeft: doublePrecision('reads_left').notNull(),
    readsCountedAt: instant('reads_counted_at').notNull(),
  },
  (table) => [check('following_one_row', sql`${table.id} = 1`)],
);

/** What AURA delivered, as it came; kept before anything is done about it. */
export const webhookEvent = pgTable(
  'webhook_event',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    receivedAt: instant('received_at').notNull(),
    /** The name that the delivery gives itself; null when it gives none. */
    message: text('message'),
    about: text('about', { enum: eventSubjects }),
    aboutId: bigint('about_id', { mode: 'number' }),
    customerId: bigint('customer_id', { mode: 'number' }),
    /** Sealed: a body may hold a tracking URL, and always holds what somebody's emergency is. */
    bodySealed: text('body_sealed').notNull(),
    bodyHash: text('body_hash').notNull(),
    /** The first delivery with the same body. AURA numbers nothing, so a repeat is marked and worked all the same. */
    repeatOf: bigint('repeat_of', { mode: 'number' }),
    state: text('state', { enum: eventStates }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    ...leased,
    replayedAt: instant('replayed_at'),
    processedAt: instant('processed_at'),
    problem: text('problem', {
      enum: eventProblems,
    }),
  },
  (table) => [
    index('webhook_event_newest').on(table.receivedAt, table.id),
    index('webhook_event_state').on(table.state, table.receivedAt, table.id),
    index('webhook_event_message').on(table.message, table.receivedAt, table.id),
    index('webhook_event_about').on(table.aboutId, table.receivedAt, table.id),
    index('webhook_event_due').on(table.dueAt).where(sql`${table.state} in ('received', 'waiting')`),
    index('webhook_event_body').on(table.bodyHash, table.id),
  ],
);
