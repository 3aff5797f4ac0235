import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  authors,
  cancellationStates,
  cancellers,
  cancelReasonStates,
  factSources,
  messageProblems,
  messageStates,
  ratingStates,
  stages,
} from '#lib/vocabulary.ts';
import { callout, instant, leased, press } from './tables.ts';

// What is said and done while a callout is followed. The same rules as for tables.ts.

/** The timeline: one row for each thing that we learned, in the order in which we learned it. */
export const calloutFact = pgTable(
  'callout_fact',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    calloutId: bigint('callout_id', { mode: 'number' })
      .notNull()
      .references(() => callout.id),
    at: instant('at').notNull(),
    stage: text('stage', {
      enum: stages,
    }),
    event: text('event'),
    source: text('source', { enum: factSources }).notNull(),
  },
  (table) => [
    index('callout_fact_callout').on(table.calloutId, table.id),
    uniqueIndex('callout_fact_stage_once')
      .on(table.calloutId, table.stage)
      .where(sql`${table.stage} is not null`),
  ],
);

/** What was said on a callout, by us and by AURA, in the order in which we learned it. */
export const calloutMessage = pgTable(
  'callout_message',
  {
    /** Made on the device of whoever wrote it, so that sending it twice is writing it once. */
    id: uuid('id').primaryKey(),
    calloutId: bigint('callout_id', { mode: 'number' })
      .notNull()
      .references(() => callout.id),
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    author: text('author', { enum: authors }).notNull(),
    authorId: text('author_id'),
    text: text('text').notNull(),
    state: text('state', { enum: messageStates }).notNull(),
    problem: text('problem', { enum: messageProblems }),
    /** The press whose position this message explains: one message for each press. */
    pressId: uuid('press_id').references(() => press.id),
    attempts: integer('attempts').notNull().default(0),
    ...leased,
    lastAttemptAt: instant('last_attempt_at'),
    /** Since when it is unknown whether AURA has it. Set before an attempt is made. */
    outcomeUnknownSince: instant('outcome_unknown_since'),
    auraEventId: bigint('aura_event_id', { mode: 'number' }),
    writtenAt: instant('written_at').notNull(),
    sentAt: instant('sent_at'),
  },
  (table) => [
    index('callout_message_order').on(table.calloutId, table.seq),
    uniqueIndex('callout_message_event').on(table.calloutId, table.auraEventId),
    uniqueIndex('callout_message_press').on(table.pressId),
    index('callout_message_due').on(table.dueAt).where(sql`${table.state} = 'queued'`),
  ],
);

/** When AURA was last asked what is said on a callout, and when it last told. */
export const messageStream = pgTable('message_stream', {
  calloutId: bigint('callout_id', { mode: 'number' })
    .primaryKey()
    .references(() => callout.id),
  askedAt: instant('asked_at').notNull(),
  asOf: instant('as_of'),
});

/** Who asked for a callout to be called off, and what AURA said to it. */
export const cancellation = pgTable(
  'cancellation',
  {
    id: uuid('id').primaryKey(),
    calloutId: bigint('callout_id', { mode: 'number' })
      .notNull()
      .references(() => callout.id),
    by: text('by', { enum: cancellers }).notNull(),
    actorId: text('actor_id').notNull(),
    askedAt: instant('asked_at').notNull(),
    /** What a person typed, sealed; erased when AURA has answered. */
    codeSealed: text('code_sealed'),
    /** Whether that is the end of the number that is registered with us. Null for operators. */
    isCodeRight: boolean('is_code_right'),
    reason: text('reason'),
    /** One of the reasons that AURA lists, and whether it has been given it. */
    exceptionReasonId: integer('exception_reason_id'),
    reasonState: text('reason_state', { enum: cancelReasonStates }),
    state: text('state', {
      enum: cancellationStates,
    }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    ...leased,
    settledAt: instant('settled_at'),
  },
  (table) => [
    index('cancellation_callout').on(table.calloutId, table.askedAt),
    index('cancellation_due').on(table.dueAt).where(sql`${table.state} = 'waiting'`),
  ],
);

/** A link by which somebody without an account follows one callout. Whoever holds it can, so only its hash is kept. */
export const shareLink = pgTable(
  'share_link',
  {
    id: uuid('id').primaryKey(),
    calloutId: bigint('callout_id', { mode: 'number' })
      .notNull()
      .references(() => callout.id),
    tokenHash: text('token_hash').notNull().unique(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (table) => [index('share_link_callout').on(table.calloutId)],
);

/** What AURA tells of a callout after its close: it comes some time later, or never. */
export const calloutOutcome = pgTable('callout_outcome', {
  calloutId: bigint('callout_id', { mode: 'number' })
    .primaryKey()
    .references(() => callout.id),
  askedAt: instant('asked_at').notNull(),
  attempts: integer('attempts').notNull().default(0),
  report: jsonb('report'),
  /** Sealed, like the tracking page: whoever has the address sees the map. */
  mapUrlSealed: text('map_url_sealed'),
});

/** What the person thinks of it: once for each callout. */
export const calloutRating = pgTable(
  'callout_rating',
  {
    calloutId: bigint('callout_id', { mode: 'number' })
      .primaryKey()
      .references(() => callout.id),
    rating: integer('rating').notNull(),
    words: text('words'),
    mayContact: boolean('may_contact').notNull(),
    ratedAt: instant('rated_at').notNull(),
    /** `unsure` is written before AURA is told: it has no key, so it is told at most once. */
    state: text('state', { enum: ratingStates }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    ...leased,
  },
  (table) => [
    check('callout_rating_scale', sql`${table.rating} between 1 and 5`),
    index('callout_rating_due').on(table.dueAt).where(sql`${table.state} = 'queued'`),
  ],
);
