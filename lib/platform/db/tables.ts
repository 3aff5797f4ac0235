import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

// Every table. Only a feature's store.ts, lib/platform and lib/identity import this file.

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

// --- identity: the first four are better-auth's, under its own column names -----------------------------

export const user = pgTable('user', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  role: text('role').notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

export const session = pgTable(
  'session',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull().unique(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    expiresAt: instant('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('session_user').on(table.userId)],
);

export const account = pgTable(
  'account',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('account_user').on(table.userId)],
);

export const verification = pgTable(
  'verification',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('verification_identifier').on(table.identifier)],
);

export const oneTimeCode = pgTable(
  'one_time_code',
  {
    id: uuid('id').primaryKey(),
    mobile: text('mobile').notNull(),
    codeHash: text('code_hash').notNull(),
    expiresAt: instant('expires_at').notNull(),
    tries: integer('tries').notNull().default(0),
    usedAt: instant('used_at'),
  },
  (table) => [index('one_time_code_expires').on(table.expiresAt)],
);

/** What is counted against a limit: a keyed hash of a number, an address or an account, never itself. */
export const limitEvent = pgTable(
  'limit_event',
  {
    id: bigserial('id', { mode: 'bigint' }).primaryKey(),
    key: text('key').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('limit_event_key_at').on(table.key, table.at), index('limit_event_at').on(table.at)],
);

// --- customers ------------------------------------------------------------------------------------------

export const person = pgTable(
  'person',
  {
    /** Also the id of the person's row in `user`. */
    id: text('id')
      .primaryKey()
      .references(() => user.id),
    mobile: text('mobile').notNull().unique(),
    name: text('name').notNull(),
    surname: text('surname').notNull(),
    auraCustomerId: bigint('aura_customer_id', { mode: 'number' }).notNull().unique(),
    subscriptionTypeId: integer('subscription_type_id').notNull(),
    subscriptionValidFrom: instant('subscription_valid_from').notNull(),
    subscriptionValidTo: instant('subscription_valid_to').notNull(),
    createdAt: instant('created_at').notNull(),
    /** Press tokens of an earlier edition are revoked. */
    pressTokenEdition: integer('press_token_edition').notNull().default(1),
    /** Where a press without a position sends help to; the person's own words are for those who answer. */
    savedLatitude: doublePrecision('saved_latitude'),
    savedLongitude: doublePrecision('saved_longitude'),
    savedAddress: text('saved_address'),
    savedAt: instant('saved_at'),
    contactName: text('contact_name'),
    contactMobile: text('contact_mobile'),
  },
  (table) => [
    check(
      'person_saved_whole',
      sql`num_nulls(${table.savedLatitude}, ${table.savedLongitude}, ${table.savedAt}) in (0, 3)`,
    ),
    check('person_contact_whole', sql`num_nulls(${table.contactName}, ${table.contactMobile}) in (0, 2)`),
  ],
);

/** A registration under way; deleted when it is done or an hour old, so nobody is left half-registered. */
export const registration = pgTable(
  'registration',
  {
    id: uuid('id').primaryKey(),
    codeId: uuid('code_id').notNull(),
    mobile: text('mobile').notNull(),
    name: text('name').notNull(),
    surname: text('surname').notNull(),
    subscriptionTypeId: integer('subscription_type_id').notNull(),
    startedAt: instant('started_at').notNull(),
    mobileConfirmedAt: instant('mobile_confirmed_at'),
    /** While in the future, one request is creating the customer at AURA; a second must not. */
    claimedUntil: instant('claimed_until'),
    /** A create whose answer never came: AURA may have the customer, so a later 409 may be our own doing. */
    answerLostAt: instant('answer_lost_at'),
    personId: text('person_id'),
  },
  (table) => [index('registration_started').on(table.startedAt)],
);

// --- panic ----------------------------------------------------------------------------------------------

export const press = pgTable(
  'press',
  {
    /** Made on the device. */
    id: uuid('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    kind: text('kind', { enum: ['real', 'test'] }).notNull(),
    state: text('state', { enum: ['recorded', 'delivered', 'rejected', 'withdrawn', 'expired'] }).notNull(),
    /** As the device said; its clock may be wrong, so `receivedAt` is what rules use. */
    pressedAt: instant('pressed_at').notNull(),
    receivedAt: instant('received_at').notNull(),
    latitude: doublePrecision('latitude'),
    longitude: doublePrecision('longitude'),
    accuracyM: doublePrecision('accuracy_m'),
    fixedAt: instant('fixed_at'),
    fixSource: text('fix_source', { enum: ['live', 'recent', 'last_known', 'saved', 'manual'] }),
    attempts: integer('attempts').notNull().default(0),
    /** While in the future, one process is delivering; a second must not. */
    claimedUntil: instant('claimed_until'),
    /**
     * Since when an attempt's outcome is unknown: AURA may have a callout from it. Set before the first
     * attempt is made, so that it stands when the process dies in the middle.
     */
    unsettledSince: instant('unsettled_since'),
    lastAttemptAt: instant('last_attempt_at'),
    withdrawRequestedAt: instant('withdraw_requested_at'),
    acknowledgedAt: instant('acknowledged_at'),
    acknowledgedBy: text('acknowledged_by').references(() => user.id),
    lastProblem: text('last_problem', {
      enum: ['no_location', 'aura_unavailable', 'no_subscription', 'refused'],
    }),
    settledAt: instant('settled_at'),
    calloutId: bigint('callout_id', { mode: 'number' }),
  },
  (table) => [
    index('press_person').on(table.personId, table.receivedAt),
    index('press_unacknowledged')
      .on(table.receivedAt)
      .where(sql`${table.state} not in ('delivered', 'withdrawn') and ${table.acknowledgedAt} is null`),
    index('press_callout').on(table.calloutId),
    check('press_latitude', sql`${table.latitude} between -90 and 90`),
    check('press_longitude', sql`${table.longitude} between -180 and 180`),
    check(
      'press_delivered_has_callout',
      sql`${table.state} <> 'delivered' or ${table.calloutId} is not null`,
    ),
  ],
);

// --- callouts -------------------------------------------------------------------------------------------

export const callout = pgTable(
  'callout',
  {
    /** AURA's id. */
    id: bigint('id', { mode: 'number' }).primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    kind: text('kind', { enum: ['real', 'test'] }).notNull(),
    stage: text('stage', {
      enum: ['raised', 'owned', 'dispatched', 'arrived', 'completed', 'cancelled', 'closed'],
    }).notNull(),
    rawStatus: text('raw_status'),
    /** Sealed: the URL is a bearer secret. Null when AURA sent none that may be opened. */
    trackingUrlSealed: text('tracking_url_sealed'),
    incidents: jsonb('incidents').notNull().default([]),
    latitude: doublePrecision('latitude'),
    longitude: doublePrecision('longitude'),
    accuracyM: doublePrecision('accuracy_m'),
    fixedAt: instant('fixed_at'),
    fixSource: text('fix_source', { enum: ['live', 'recent', 'last_known', 'saved', 'manual'] }),
    raisedAt: instant('raised_at').notNull(),
    /** When AURA last told us the state that is stored here. */
    asOf: instant('as_of').notNull(),
    /** When we last asked, answered or not. */
    askedAt: instant('asked_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (table) => [
    index('callout_newest').on(table.raisedAt.desc(), table.id.desc()),
    index('callout_person').on(table.personId),
    index('callout_open').on(table.askedAt).where(sql`${table.closedAt} is null`),
  ],
);

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
      enum: ['raised', 'owned', 'dispatched', 'arrived', 'completed', 'cancelled', 'closed'],
    }),
    event: text('event'),
    source: text('source', { enum: ['press', 'poll', 'person', 'operator'] }).notNull(),
  },
  (table) => [
    index('callout_fact_callout').on(table.calloutId, table.id),
    uniqueIndex('callout_fact_stage_once')
      .on(table.calloutId, table.stage)
      .where(sql`${table.stage} is not null`),
  ],
);

// --- audit ----------------------------------------------------------------------------------------------

/** Who did what to whom, or tried to; written, never changed. Ids only. */
export const auditEntry = pgTable(
  'audit_entry',
  {
    id: bigserial('id', { mode: 'bigint' }).primaryKey(),
    at: instant('at').notNull(),
    actorRole: text('actor_role').notNull(),
    actorId: text('actor_id'),
    address: text('address'),
    /** `noun.verb`, such as `press.acknowledge`. */
    action: text('action').notNull(),
    subject: text('subject'),
    detail: text('detail'),
  },
  (table) => [index('audit_entry_at').on(table.at.desc(), table.id.desc())],
);
