import { sql } from 'drizzle-orm';
import {
  bigint,
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
import {
  fixSources,
  kinds,
  personOrigins,
  pressOutcomes,
  pressProblems,
  pressStates,
  stages,
  verdicts,
} from '#lib/vocabulary.ts';

// Every table but those of the other files here. Only a feature's store.ts, lib/platform and lib/identity import these.

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** What an outbox keeps on each of its rows (lib/platform/outbox.ts); the database's clock rules. */
export const leased = {
  /** When the row is to be worked, while it is open. */
  dueAt: instant('due_at').notNull().defaultNow(),
  /** While in the future, one process works on it; a second must not. */
  leaseUntil: instant('lease_until'),
  /** The fencing token of the last claim: only its holder writes down what came of it. */
  leaseToken: uuid('lease_token'),
};

// --- identity: better-auth's under its own column names; the rest of it is in identity-tables.ts ----------

export const user = pgTable(
  'user',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull().unique(),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text('image'),
    role: text('role').notNull(),
    /** Of operators: whether signing in asks for a second factor. */
    twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
    /** Of operators: since when an admin has them switched off. */
    disabledAt: instant('disabled_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  // Operators are few among many people.
  (table) => [index('user_role').on(table.role)],
);

// --- customers ------------------------------------------------------------------------------------------

// Small letters without their accents; `searchKey` of lib/customers/directory/model.ts does the same to what is typed.
const searchKey = (text: string) =>
  sql.raw(String.raw`regexp_replace(normalize(lower(${text}), NFD), '[\u0300-\u036F]', '', 'g')`);

export const person = pgTable(
  'person',
  {
    /** Also the id of the person's row in `user`. */
    id: text('id')
      .primaryKey()
      .references(() => user.id),
    mobile: text('mobile').notNull(),
    name: text('name').notNull(),
    surname: text('surname').notNull(),
    auraCustomerId: bigint('aura_customer_id', { mode: 'number' }).notNull().unique(),
    subscriptionTypeId: integer('subscription_type_id').notNull(),
    subscriptionValidFrom: instant('subscription_valid_from').notNull(),
    subscriptionValidTo: instant('subscription_valid_to').notNull(),
    /** AURA's id of it; null until AURA told, as its answer to a registration does not. */
    subscriptionId: bigint('subscription_id', { mode: 'number' }),
    subscriptionCancelledAt: instant('subscription_cancelled_at'),
    /** When AURA last told what is kept here of the subscription; null: since the registration. */
    subscriptionAsOf: instant('subscription_as_of'),
    createdAt: instant('created_at').notNull(),
    origin: text('origin', { enum: personOrigins }).notNull().default('registration'),
    /** Soft-deleted at AURA; the mobile is free for a new registration. */
    deletedAt: instant('deleted_at'),
    /** What operators search by, in the spelling of `searchKey`. */
    searchSurname: text('search_surname').generatedAlwaysAs(searchKey("surname || ' ' || name")),
    searchName: text('search_name').generatedAlwaysAs(searchKey("name || ' ' || surname")),
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
    uniqueIndex('person_mobile_once').on(table.mobile).where(sql`${table.deletedAt} is null`),
    // Each is one order of the list of customers; only under "C" does an index serve the start of a text.
    index('person_newest').on(table.createdAt, table.auraCustomerId),
    index('person_by_mobile').on(sql`${table.mobile} collate "C"`, table.auraCustomerId),
    index('person_by_surname').on(sql`${table.searchSurname} collate "C"`, table.auraCustomerId),
    index('person_by_name').on(sql`${table.searchName} collate "C"`, table.auraCustomerId),
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
    kind: text('kind', { enum: kinds }).notNull(),
    state: text('state', { enum: pressStates }).notNull(),
    /** As the device said; its clock may be wrong, so `receivedAt` is what rules use. */
    pressedAt: instant('pressed_at').notNull(),
    receivedAt: instant('received_at').notNull(),
    /** The end of its grace, by the database's clock: until then it is held. Null: it was to be sent at once. */
    sendsAt: instant('sends_at'),
    latitude: doublePrecision('latitude'),
    longitude: doublePrecision('longitude'),
    accuracyM: doublePrecision('accuracy_m'),
    fixedAt: instant('fixed_at'),
    /** The same on our clock, as well as it can be told. */
    measuredAt: instant('measured_at'),
    fixSource: text('fix_source', { enum: fixSources }),
    attempts: integer('attempts').notNull().default(0),
    ...leased,
    /**
     * Since when an attempt's outcome is unknown: AURA may have a callout from it. Set before the first
     * attempt is made, so that it stands when the process dies in the middle.
     */
    outcomeUnknownSince: instant('outcome_unknown_since'),
    lastAttemptAt: instant('last_attempt_at'),
    withdrawRequestedAt: instant('withdraw_requested_at'),
    lastProblem: text('last_problem', {
      enum: pressProblems,
    }),
    settledAt: instant('settled_at'),
    calloutId: bigint('callout_id', { mode: 'number' }),
    /** What an operator achieved for the person of a press that ended without AURA. */
    outcome: text('outcome', { enum: pressOutcomes }),
    outcomeAt: instant('outcome_at'),
    outcomeBy: text('outcome_by').references(() => user.id),
  },
  (table) => [
    index('press_person').on(table.personId, table.receivedAt),
    index('press_received').on(table.receivedAt),
    index('press_undelivered')
      .on(table.receivedAt)
      .where(sql`${table.state} not in ('delivered', 'withdrawn') and ${table.outcome} is null`),
    index('press_callout').on(table.calloutId),
    index('press_due').on(table.dueAt).where(sql`${table.state} = 'recorded'`),
    check('press_latitude', sql`${table.latitude} between -90 and 90`),
    check('press_longitude', sql`${table.longitude} between -180 and 180`),
    check(
      'press_outcome_whole',
      sql`num_nulls(${table.outcome}, ${table.outcomeAt}, ${table.outcomeBy}) in (0, 3)`,
    ),
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
    kind: text('kind', { enum: kinds }).notNull(),
    stage: text('stage', {
      enum: stages,
    }).notNull(),
    rawStatus: text('raw_status'),
    /** Sealed: the URL is a bearer secret. Null when AURA sent none that may be opened. */
    trackingUrlSealed: text('tracking_url_sealed'),
    incidents: jsonb('incidents').notNull().default([]),
    latitude: doublePrecision('latitude'),
    longitude: doublePrecision('longitude'),
    accuracyM: doublePrecision('accuracy_m'),
    fixedAt: instant('fixed_at'),
    fixSource: text('fix_source', { enum: fixSources }),
    raisedAt: instant('raised_at').notNull(),
    /** When AURA last told us the state that is stored here. */
    asOf: instant('as_of').notNull(),
    /** When we last asked, answered or not. */
    askedAt: instant('asked_at').notNull(),
    closedAt: instant('closed_at'),
    /** Since when the person's way of calling it off makes us doubt that they are free to. Never theirs to see. */
    duressAt: instant('duress_at'),
    /** When its stage or its text last changed. */
    movedAt: instant('moved_at'),
    /** Its text when it last was on AURA's list of active callouts, which may word it otherwise; null when it never was. */
    listedStatus: text('listed_status'),
    /** Since when, and in how many answers in a row, that list has been without it; null and 0 while it is there. */
    unlistedSince: instant('unlisted_since'),
    unlistedLists: integer('unlisted_lists').notNull().default(0),
    /** Since when AURA, asked for it by itself, says that there is no such callout. */
    missingSince: instant('missing_since'),
    /** When an event of AURA's named the close that AURA's answers did not show by then. */
    closeNamedAt: instant('close_named_at'),
    /** When it was last asked for by itself; null while that is due, because the list showed a change. */
    detailAt: instant('detail_at'),
    /** When AURA last told of it by itself: the age of `incidents`. */
    readAt: instant('read_at'),
    /** Somebody has a page of it open, as far as we know, until then. */
    watchedUntil: instant('watched_until'),
    /** AURA's id of what was asked for; null for callouts that we did not make, or do not know it of. */
    responseTypeId: integer('response_type_id'),
    /** What an operator makes of it afterwards. */
    verdict: text('verdict', { enum: verdicts }),
    verdictAt: instant('verdict_at'),
    verdictBy: text('verdict_by').references(() => user.id),
  },
  (table) => [
    // Ascending, and read backwards: drizzle's descending index puts nulls where no query of ours does.
    index('callout_newest').on(table.raisedAt, table.id),
    index('callout_person').on(table.personId, table.raisedAt, table.id),
    index('callout_stage').on(table.stage, table.raisedAt, table.id),
    // By id, which never changes: every look at AURA's list touches every open row.
    index('callout_open').on(table.id).where(sql`${table.closedAt} is null`),
  ],
);
