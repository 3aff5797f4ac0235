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
import type { Language } from '#lib/languages/languages.ts';
import { seals } from '#lib/platform/seals.ts';
import { APOSTROPHES, DASHES } from '#lib/platform/typed-text.ts';
import {
  fixSources,
  kinds,
  NOBODY,
  personOrigins,
  pressOutcomes,
  pressProblems,
  pressStates,
  stages,
  verdicts,
} from '#lib/vocabulary.ts';
import { sealedJson, sealedText } from './sealed.ts';
import { hasMobileHash, mobileHash, sealedMobile, unsealedMobiles } from './sealed-mobile.ts';
import { sealedPlace } from './sealed-place.ts';

// All other tables. Only a feature's store.ts, lib/platform and lib/identity import table files.

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Outbox columns (lib/platform/outbox.ts), by the database's clock. */
export const leased = {
  dueAt: instant('due_at').notNull().defaultNow(),
  /** Until then one process owns the row. */
  leaseUntil: instant('lease_until'),
  /** Fencing token of the latest claim: only its holder writes the outcome. */
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
    /** Operators: whether sign-in asks for a second factor. */
    twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
    /** Operators: since when an admin has disabled them. */
    disabledAt: instant('disabled_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  // Few rows among many people.
  (table) => [index('user_role').on(table.role)],
);

// --- customers ------------------------------------------------------------------------------------------

const PLAIN_MARKS = "''".repeat([...APOSTROPHES].length) + '-'.repeat([...DASHES].length);

// Lower case without accents, one kind of apostrophe and dash, like `searchKey` of lib/platform/typed-text.ts.
const searchKey = (text: string) => {
  const letters = String.raw`regexp_replace(normalize(lower(${text}), NFD), '[\u0300-\u036F]', '', 'g')`;
  return sql.raw(`translate(${letters}, '${APOSTROPHES}${DASHES}', '${PLAIN_MARKS}')`);
};

export const person = pgTable(
  'person',
  {
    /** Also the person's id in `user`. */
    id: text('id')
      .primaryKey()
      .references(() => user.id),
    mobile: sealedMobile().notNull(),
    mobileHash: mobileHash(),
    name: text('name').notNull(),
    surname: text('surname').notNull(),
    /** How to say the name, in Latin letters; null: not given. */
    latinName: text('latin_name'),
    /** AURA did not take the name as it is written, and has the Latin letters in its place. */
    latinAtAura: boolean('latin_at_aura').notNull().default(false),
    auraCustomerId: bigint('aura_customer_id', { mode: 'number' }).notNull().unique(),
    subscriptionTypeId: integer('subscription_type_id').notNull(),
    subscriptionValidFrom: instant('subscription_valid_from').notNull(),
    subscriptionValidTo: instant('subscription_valid_to').notNull(),
    /** AURA's id; null until AURA reports it, as the registration's answer does not. */
    subscriptionId: bigint('subscription_id', { mode: 'number' }),
    subscriptionCancelledAt: instant('subscription_cancelled_at'),
    /** When AURA last reported the subscription; null: at registration. */
    subscriptionAsOf: instant('subscription_as_of'),
    createdAt: instant('created_at').notNull(),
    origin: text('origin', { enum: personOrigins }).notNull().default('registration'),
    /** Soft-deleted at AURA; the mobile may register again. */
    deletedAt: instant('deleted_at'),
    searchSurname: text('search_surname').generatedAlwaysAs(searchKey("surname || ' ' || name")),
    searchName: text('search_name').generatedAlwaysAs(searchKey("name || ' ' || surname")),
    /** Press tokens of an earlier edition are revoked. */
    pressTokenEdition: integer('press_token_edition').notNull().default(1),
    /** Fallback position of a press; the text is for responders. */
    savedPlace: sealedPlace('saved_place'),
    savedAddress: sealedText('saved_address', seals.address),
    savedAt: instant('saved_at'),
    contactName: sealedText('contact_name', seals.contact),
    contactMobile: sealedText('contact_mobile', seals.contact),
    /** The kind of help that the person last chose, as AURA's id; null: never chosen. */
    responseTypeId: integer('response_type_id'),
    /** When the person last confirmed the fact sheet that AURA keeps. */
    factsConfirmedAt: instant('facts_confirmed_at'),
    /** How the person's button is pressed and what their phone does then; null: as for everybody. */
    alarmSettings: jsonb('alarm_settings'),
    /** What text messages to them are written in; null: not known. */
    language: text('language').$type<Language>(),
    /** Which terms they accepted, and when; null: none. */
    termsVersion: text('terms_version'),
    termsAcceptedAt: instant('terms_accepted_at'),
  },
  (table) => [
    uniqueIndex('person_mobile_once').on(table.mobileHash).where(sql`${table.deletedAt} is null`),
    index('person_by_mobile').on(table.mobileHash),
    unsealedMobiles('person', table),
    check('person_mobile_found', hasMobileHash(table)),
    // One per sort order; prefix search needs the collation "C".
    index('person_newest').on(table.createdAt, table.auraCustomerId),
    index('person_by_surname').on(sql`${table.searchSurname} collate "C"`, table.auraCustomerId),
    index('person_by_name').on(sql`${table.searchName} collate "C"`, table.auraCustomerId),
    check('person_saved_whole', sql`num_nulls(${table.savedPlace}, ${table.savedAt}) in (0, 2)`),
    check('person_contact_whole', sql`num_nulls(${table.contactName}, ${table.contactMobile}) in (0, 2)`),
  ],
);

// --- panic ----------------------------------------------------------------------------------------------

export const press = pgTable(
  'press',
  {
    /** Idempotency key from the device. */
    id: uuid('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    kind: text('kind', { enum: kinds }).notNull(),
    state: text('state', { enum: pressStates }).notNull(),
    /** By the device's clock, which may be wrong; rules use `receivedAt`. */
    pressedAt: instant('pressed_at').notNull(),
    receivedAt: instant('received_at').notNull(),
    /** The end of its grace, by the database's clock: until then it is held. Null: it was to be sent at once. */
    sendsAt: instant('sends_at'),
    place: sealedPlace('place'),
    /** Of its place, for the history of an address. */
    cell: text('cell'),
    /** Once more beside the place: reports count by it. */
    accuracyM: doublePrecision('accuracy_m'),
    fixedAt: instant('fixed_at'),
    /** By our clock, estimated. */
    measuredAt: instant('measured_at'),
    fixSource: text('fix_source', { enum: fixSources }),
    /** The kind of help that the person chose, as AURA's id; null: the default. */
    responseTypeId: integer('response_type_id'),
    attempts: integer('attempts').notNull().default(0),
    ...leased,
    /** Since when an attempt's outcome is unknown. Set before the first attempt, so that it survives a crash. */
    outcomeUnknownSince: instant('outcome_unknown_since'),
    lastAttemptAt: instant('last_attempt_at'),
    withdrawRequestedAt: instant('withdraw_requested_at'),
    lastProblem: text('last_problem', {
      enum: pressProblems,
    }),
    settledAt: instant('settled_at'),
    calloutId: bigint('callout_id', { mode: 'number' }),
    /** An operator's result for a press that ended without AURA. */
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
    index('press_of_somebody')
      .on(table.receivedAt)
      .where(sql`${table.personId} <> ${sql.raw(`'${NOBODY}'`)}`),
    index('press_cell').on(table.cell),
    index('press_due').on(table.dueAt).where(sql`${table.state} = 'recorded'`),
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
    id: bigint('id', { mode: 'number' }).primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    kind: text('kind', { enum: kinds }).notNull(),
    stage: text('stage', {
      enum: stages,
    }).notNull(),
    rawStatus: text('raw_status'),
    /** Sealed: the URL is a bearer secret. Null without one that may be opened. */
    trackingUrlSealed: text('tracking_url_sealed'),
    incidents: sealedJson('incidents', seals.incidents),
    place: sealedPlace('place'),
    /** Of its place, for the history of an address. */
    cell: text('cell'),
    /** Once more beside the place: reports count by it. */
    accuracyM: doublePrecision('accuracy_m'),
    fixedAt: instant('fixed_at'),
    fixSource: text('fix_source', { enum: fixSources }),
    raisedAt: instant('raised_at').notNull(),
    /** When AURA last reported the stored state. */
    asOf: instant('as_of').notNull(),
    /** When we last asked, with or without an answer. */
    askedAt: instant('asked_at').notNull(),
    closedAt: instant('closed_at'),
    /** Since when duress is suspected. Never shown to the person. */
    duressAt: instant('duress_at'),
    /** When stage or text last changed. */
    movedAt: instant('moved_at'),
    /** Status in AURA's list, which may differ from a single read; null when never listed. */
    listedStatus: text('listed_status'),
    /** Since when, and in how many consecutive answers, the list lacks it; null and 0 while listed. */
    unlistedSince: instant('unlisted_since'),
    unlistedLists: integer('unlisted_lists').notNull().default(0),
    /** Since when single reads answer that it does not exist. */
    missingSince: instant('missing_since'),
    /** When an event named the close that AURA's answers did not show yet. */
    closeNamedAt: instant('close_named_at'),
    /** Last single read; null when one is due because the list showed a change. */
    detailAt: instant('detail_at'),
    /** Last answer to a single read: the age of `incidents`. */
    readAt: instant('read_at'),
    /** A page of it is probably open until then. */
    watchedUntil: instant('watched_until'),
    /** AURA's id; null when unknown or not our callout. */
    responseTypeId: integer('response_type_id'),
    /** An operator's verdict afterwards. */
    verdict: text('verdict', { enum: verdicts }),
    verdictAt: instant('verdict_at'),
    verdictBy: text('verdict_by').references(() => user.id),
  },
  (table) => [
    // Ascending, and scanned backwards: drizzle's descending index sorts nulls differently from our queries.
    index('callout_newest').on(table.raisedAt, table.id),
    index('callout_person').on(table.personId, table.raisedAt, table.id),
    index('callout_stage').on(table.stage, table.raisedAt, table.id),
    // By the immutable id: every read of AURA's list updates every open row.
    index('callout_open').on(table.id).where(sql`${table.closedAt} is null`),
    index('callout_of_somebody')
      .on(table.closedAt)
      .where(sql`${table.personId} <> ${sql.raw(`'${NOBODY}'`)}`),
    index('callout_cell').on(table.cell),
  ],
);
