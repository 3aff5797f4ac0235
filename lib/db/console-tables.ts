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
import { seals } from '#lib/platform/seals.ts';
import { alertKinds, returnStatuses } from '#lib/vocabulary.ts';
import { sealedText } from './sealed.ts';
import { callout, instant, user } from './tables.ts';

// What operators do at the console, and statistics of AURA. The same rules as for tables.ts.

/** What was done about an alert. Alerts themselves are derived; `since` distinguishes those of one kind. */
export const alert = pgTable(
  'alert',
  {
    kind: text('kind', {
      enum: alertKinds,
    }).notNull(),
    /** A press's or callout's id; empty for the whole deployment. */
    subject: text('subject').notNull(),
    since: instant('since').notNull(),
    acknowledgedAt: instant('acknowledged_at'),
    acknowledgedBy: text('acknowledged_by').references(() => user.id),
    /** Whose it is to acknowledge, who decided that, and when; null where nobody did. It waits like any other. */
    assignedTo: text('assigned_to').references(() => user.id),
    assignedBy: text('assigned_by').references(() => user.id),
    assignedAt: instant('assigned_at'),
    /** When that operator gave it back, or it went to another. */
    releasedAt: instant('released_at'),
    /** When it was escalated, because no one had acknowledged it. Set before the messages are sent. */
    escalatedAt: instant('escalated_at'),
    escalationAttempts: integer('escalation_attempts').notNull().default(0),
    /** Attempts since all who are due were last reached. */
    escalationFailures: integer('escalation_failures').notNull().default(0),
    /** When all who were due were last reached. */
    escalationSentAt: instant('escalation_sent_at'),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.subject, table.since] }),
    index('alert_subject').on(table.subject),
  ],
);

/** Who was notified of an alert, because no one had acknowledged it. */
export const escalationNotice = pgTable(
  'escalation_notice',
  {
    kind: text('kind', { enum: alertKinds }).notNull(),
    subject: text('subject').notNull(),
    since: instant('since').notNull(),
    /** Keyed hash of the number or address. */
    recipient: text('recipient').notNull(),
    /** For operators, shortened. */
    shown: text('shown').notNull(),
    /** The latest of so many. */
    sentAt: instant('sent_at').notNull(),
    times: integer('times').notNull().default(1),
    /** The gateway’s name for the text; null where no report of its delivery is expected. */
    textId: text('text_id'),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.subject, table.since, table.recipient] }),
    index('escalation_notice_subject').on(table.subject),
  ],
);

/** Texts of escalations that a gateway has named, until their delivery was reported or they went by the second route. */
export const escalationText = pgTable(
  'escalation_text',
  {
    id: uuid('id').primaryKey(),
    gatewayId: text('gateway_id').notNull().unique(),
    /** Number and text, sealed. */
    sealed: text('sealed').notNull(),
    sentAt: instant('sent_at').notNull().defaultNow(),
    deliveredAt: instant('delivered_at'),
    failedAt: instant('failed_at'),
    claimedUntil: instant('claimed_until'),
    secondSentAt: instant('second_sent_at'),
  },
  (table) => [index('escalation_text_sent').on(table.sentAt)],
);

/** Operators' notes for each other; never sent to AURA or the person. */
export const calloutNote = pgTable(
  'callout_note',
  {
    /** Idempotency key from the browser. */
    id: uuid('id').primaryKey(),
    calloutId: bigint('callout_id', { mode: 'number' })
      .notNull()
      .references(() => callout.id),
    operatorId: text('operator_id')
      .notNull()
      .references(() => user.id),
    text: sealedText('text', seals.note).notNull(),
    writtenAt: instant('written_at').notNull(),
  },
  (table) => [index('callout_note_callout').on(table.calloutId, table.writtenAt, table.id)],
);

/** What one shift leaves to the next. */
export const handover = pgTable(
  'handover',
  {
    /** Idempotency key from the form. */
    id: uuid('id').primaryKey(),
    writtenBy: text('written_by')
      .notNull()
      .references(() => user.id),
    writtenAt: instant('written_at').notNull(),
    note: sealedText('note', seals.handover).notNull(),
    /** Who has read it and goes on. */
    signedBy: text('signed_by').references(() => user.id),
    signedAt: instant('signed_at'),
  },
  (table) => [index('handover_newest').on(table.writtenAt, table.id)],
);

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
    /** Query parameters of the return from AURA's page: untrusted hints. */
    returnStatus: text('return_status', { enum: returnStatuses }),
    returnedAt: instant('returned_at'),
    /** From AURA. */
    customerId: bigint('customer_id', { mode: 'number' }),
    confirmedAt: instant('confirmed_at'),
  },
  (table) => [index('signup_session_newest').on(table.createdAt, table.id)],
);

/** Attempts by minute, operation, outcome and duration bucket. */
export const auraCallMinute = pgTable(
  'aura_call_minute',
  {
    minute: instant('minute').notNull(),
    operation: text('operation').notNull(),
    outcome: text('outcome').notNull(),
    /** Upper bound of the duration bucket. */
    bucketMs: integer('within_ms').notNull(),
    attempts: integer('attempts').notNull(),
  },
  (table) => [primaryKey({ columns: [table.minute, table.operation, table.outcome, table.bucketMs] })],
);

/** Fields and statuses that the contract does not know. */
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

/** Where AURA was configured to deliver events; it has no known way to ask. The newest counts. */
export const webhookRegistration = pgTable('webhook_registration', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  url: text('url').notNull(),
  events: jsonb('events').$type<string[]>().notNull(),
  registeredAt: instant('registered_at').notNull(),
  /** Null from the command line. */
  registeredBy: text('registered_by').references(() => user.id),
});

/** The response types that AURA lists, kept so that no page waits for AURA to name them. */
export const responseType = pgTable('response_type', {
  id: integer('id').primaryKey(),
  value: text('value').notNull(),
  description: text('description'),
  /** Its place in AURA's list. */
  position: integer('position').notNull(),
});

/** AURA's coverage polygons by response type. */
export const coverage = pgTable('coverage', {
  responseTypeId: integer('response_type_id').primaryKey(),
  kml: text('kml').notNull(),
  fetchedAt: instant('fetched_at').notNull(),
});

/** An operator's passkey. */
export const operatorPasskey = pgTable(
  'operator_passkey',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    publicKey: text('public_key').notNull(),
    /** The signature counter; one that goes back indicates a cloned key. */
    counter: bigint('counter', { mode: 'number' }).notNull(),
    transports: jsonb('transports').$type<string[]>().notNull().default([]),
    label: text('label').notNull(),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at'),
  },
  (table) => [index('operator_passkey_operator').on(table.operatorId)],
);
