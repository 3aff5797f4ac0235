import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  check,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import { eventProblems, eventStates, eventSubjects } from '#lib/vocabulary.ts';
import { instant, leased } from './tables.ts';

// Polling of AURA, and its webhooks. The same rules as for tables.ts.

/** The poller's state; one row. */
export const following = pgTable(
  'following',
  {
    id: integer('id').primaryKey(),
    /** The board is probably open until then. */
    boardWatchedUntil: instant('board_watched_until'),
    /** Start of the latest round, and the number of consecutive failures. */
    roundAt: instant('round_at'),
    failedRounds: integer('failed_rounds').notNull().default(0),
    /** Start of the first of them: since then AURA counts as unreachable. */
    failedSince: instant('failed_since'),
    /** Tokens left in the rate limit at that instant. */
    readsLeft: doublePrecision('reads_left').notNull(),
    readsCountedAt: instant('reads_counted_at').notNull(),
  },
  (table) => [check('following_one_row', sql`${table.id} = 1`)],
);

/** Deliveries as they came, stored before processing. In partitions by the week of `receivedAt` (decision 0042). */
export const webhookEvent = pgTable(
  'webhook_event',
  {
    id: bigserial('id', { mode: 'number' }).notNull(),
    receivedAt: instant('received_at').notNull(),
    /** Event name; null without one. */
    message: text('message'),
    about: text('about', { enum: eventSubjects }),
    aboutId: bigint('about_id', { mode: 'number' }),
    customerId: bigint('customer_id', { mode: 'number' }),
    /** Sealed: a body may contain a tracking URL, and always details of an emergency. */
    bodySealed: text('body_sealed').notNull(),
    bodyHash: text('body_hash').notNull(),
    /** The first delivery with an equal body. AURA sends no event id, so repeats are marked and processed. */
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
    primaryKey({ columns: [table.id, table.receivedAt] }),
    index('webhook_event_newest').on(table.receivedAt, table.id),
    index('webhook_event_state').on(table.state, table.receivedAt, table.id),
    index('webhook_event_message').on(table.message, table.receivedAt, table.id),
    index('webhook_event_about').on(table.aboutId, table.receivedAt, table.id),
    index('webhook_event_due').on(table.dueAt).where(sql`${table.state} in ('received', 'waiting')`),
    index('webhook_event_customer').on(table.customerId),
    index('webhook_event_body').on(table.bodyHash, table.id),
  ],
);
