import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { seals } from '#lib/platform/seals.ts';
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
import { sealedJson, sealedText } from './sealed.ts';
import { callout, instant, leased, press } from './tables.ts';

// What is said and done during a callout. The same rules as for tables.ts.

/** The timeline, in the order in which we learned it. */
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

/** Messages of both sides, in the order in which we learned them. */
export const calloutMessage = pgTable(
  'callout_message',
  {
    /** Idempotency key from the author's device. */
    id: uuid('id').primaryKey(),
    calloutId: bigint('callout_id', { mode: 'number' })
      .notNull()
      .references(() => callout.id),
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    author: text('author', { enum: authors }).notNull(),
    authorId: text('author_id'),
    text: sealedText('text', seals.message).notNull(),
    state: text('state', { enum: messageStates }).notNull(),
    problem: text('problem', { enum: messageProblems }),
    /** The press whose position this message explains: one message per press. */
    pressId: uuid('press_id').references(() => press.id),
    attempts: integer('attempts').notNull().default(0),
    ...leased,
    lastAttemptAt: instant('last_attempt_at'),
    /** Since when an attempt's outcome is unknown. Set before the attempt. */
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

/** When AURA was last asked for a conversation, and when it last answered. */
export const messageStream = pgTable('message_stream', {
  calloutId: bigint('callout_id', { mode: 'number' })
    .primaryKey()
    .references(() => callout.id),
  askedAt: instant('asked_at').notNull(),
  asOf: instant('as_of'),
});

/** Requests to cancel, and AURA's answers. */
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
    /** The typed code, sealed; erased after AURA's answer. */
    codeSealed: text('code_sealed'),
    /** Whether it matches the registered mobile. Null for operators. */
    isCodeRight: boolean('is_code_right'),
    reason: sealedText('reason', seals.cancelReason),
    /** One of AURA's reasons, and whether it was sent. */
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

/** A bearer link to one callout. Only its hash is stored. */
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

/** AURA's report after the close, which comes late or never. */
export const calloutOutcome = pgTable('callout_outcome', {
  calloutId: bigint('callout_id', { mode: 'number' })
    .primaryKey()
    .references(() => callout.id),
  askedAt: instant('asked_at').notNull(),
  attempts: integer('attempts').notNull().default(0),
  report: sealedJson('report', seals.report),
  /** Sealed: the URL is a bearer secret. */
  mapUrlSealed: text('map_url_sealed'),
});

export const calloutRating = pgTable(
  'callout_rating',
  {
    calloutId: bigint('callout_id', { mode: 'number' })
      .primaryKey()
      .references(() => callout.id),
    rating: integer('rating').notNull(),
    words: sealedText('words', seals.ratingWords),
    mayContact: boolean('may_contact').notNull(),
    ratedAt: instant('rated_at').notNull(),
    /** `unsure` is set before the call: without an idempotency key it is sent at most once. */
    state: text('state', { enum: ratingStates }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    ...leased,
  },
  (table) => [
    check('callout_rating_scale', sql`${table.rating} between 1 and 5`),
    index('callout_rating_due').on(table.dueAt).where(sql`${table.state} = 'queued'`),
  ],
);
