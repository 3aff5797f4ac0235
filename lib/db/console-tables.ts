import {
  bigint,
  bigserial,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { needKinds, returnStatuses } from '#lib/vocabulary.ts';
import { callout, instant, user } from './tables.ts';

// What operators do at the console, and what it tells of AURA. The same rules as for tables.ts.

/**
 * What was done about an alert. Which alerts there are is derived from the callouts and presses themselves each
 * time; `since` tells a new alert of the same kind from one that was acknowledged before.
 */
export const alert = pgTable(
  'alert',
  {
    kind: text('kind', {
      enum: needKinds,
    }).notNull(),
    /** A press's or callout's id; empty for what concerns the whole deployment. */
    subject: text('subject').notNull(),
    since: instant('since').notNull(),
    acknowledgedAt: instant('acknowledged_at'),
    acknowledgedBy: text('acknowledged_by').references(() => user.id),
    /** When somebody else was told, because nobody had taken it up. Set before they are told. */
    escalatedAt: instant('escalated_at'),
    escalationAttempts: integer('escalation_attempts').notNull().default(0),
    escalationSentAt: instant('escalation_sent_at'),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.subject, table.since] }),
    index('alert_subject').on(table.subject),
  ],
);

/** What operators write down about a callout for each other; never told to AURA or to the person. */
export const calloutNote = pgTable(
  'callout_note',
  {
    /** Made in the browser, so that sending it twice is writing it once. */
    id: uuid('id').primaryKey(),
    calloutId: bigint('callout_id', { mode: 'number' })
      .notNull()
      .references(() => callout.id),
    operatorId: text('operator_id')
      .notNull()
      .references(() => user.id),
    text: text('text').notNull(),
    writtenAt: instant('written_at').notNull(),
  },
  (table) => [index('callout_note_callout').on(table.calloutId, table.writtenAt, table.id)],
);

/** A hosted signup at AURA that an operator began for somebody. */
export const signupSession = pgTable(
  'signup_session',
  {
    /** Also our reference at AURA. */
    id: uuid('id').primaryKey(),
    auraSessionId: text('aura_session_id').notNull().unique(),
    createdBy: text('created_by')
      .notNull()
      .references(() => user.id),
    createdAt: instant('created_at').notNull(),
    /** What the return from AURA's page said of itself: a hint, until AURA was asked. */
    returnStatus: text('return_status', { enum: returnStatuses }),
    returnedAt: instant('returned_at'),
    /** As AURA tells it. */
    customerId: bigint('customer_id', { mode: 'number' }),
    confirmedAt: instant('confirmed_at'),
  },
  (table) => [index('signup_session_newest').on(table.createdAt, table.id)],
);

/** How AURA answered, counted by the minute: attempts of one operation with one outcome, about as long. */
export const auraCallMinute = pgTable(
  'aura_call_minute',
  {
    minute: instant('minute').notNull(),
    operation: text('operation').notNull(),
    outcome: text('outcome').notNull(),
    /** The upper bound of the durations that are counted in this row. */
    withTimeout: integer('within_ms').notNull(),
    attempts: integer('attempts').notNull(),
  },
  (table) => [primaryKey({ columns: [table.minute, table.operation, table.outcome, table.withTimeout] })],
);

/** A field or a status that AURA sent and the contract does not know. */
export const auraDrift = pgTable(
  'aura_drift',
  {
    operation: text('operation').notNull(),
    name: text('name').notNull(),
    firstSeenAt: instant('first_seen_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    times: integer('times').notNull(),
  },
  (table) => [primaryKey({ columns: [table.operation, table.name] })],
);

/** Where AURA was told to deliver its events. AURA offers no known way to ask; the newest counts. */
export const webhookRegistration = pgTable('webhook_registration', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  url: text('url').notNull(),
  events: jsonb('events').$type<string[]>().notNull(),
  registeredAt: instant('registered_at').notNull(),
  /** Null when it was done from the command line. */
  registeredBy: text('registered_by').references(() => user.id),
});

/** Where AURA responds, as it last told: a document of polygons for each response type. */
export const coverage = pgTable('coverage', {
  responseTypeId: integer('response_type_id').primaryKey(),
  kml: text('kml').notNull(),
  fetchedAt: instant('fetched_at').notNull(),
});

/** A key that an operator's device keeps, as a second factor. */
export const operatorPasskey = pgTable(
  'operator_passkey',
  {
    /** The credential's id, base64url. */
    id: text('id').primaryKey(),
    operatorId: text('operator_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** base64url. */
    publicKey: text('public_key').notNull(),
    /** As the device counts its uses; one that goes back is a copy. */
    counter: bigint('counter', { mode: 'number' }).notNull(),
    transports: jsonb('transports').$type<string[]>().notNull().default([]),
    label: text('label').notNull(),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at'),
  },
  (table) => [index('operator_passkey_operator').on(table.operatorId)],
);
