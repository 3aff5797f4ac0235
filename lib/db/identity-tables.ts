import { sql } from 'drizzle-orm';
import { bigserial, check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { hasMobileHash, mobileHash, sealedMobile } from './sealed-mobile.ts';
import { instant, person, user } from './tables.ts';

// Sessions, secrets and limits. The same rules as for tables.ts; the first three are better-auth's.

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
    /** When the operator last proved again who they are; null since the sign-in. */
    steppedUpAt: instant('stepped_up_at'),
    /** The issuer of the identity provider that an operator signed in with; null for ours. */
    provider: text('provider'),
  },
  (table) => [index('session_user').on(table.userId)],
);

/** A browser in which a person signed in. Its press tokens name it, so that they are revoked without the others'. */
export const device = pgTable(
  'device',
  {
    id: uuid('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    /** The session in that browser; null when it has ended, and of one that only its press token made known. */
    sessionId: text('session_id')
      .unique()
      .references(() => session.id, { onDelete: 'set null' }),
    /** Browser and system by family; no address. */
    name: text('name').notNull(),
    signedInAt: instant('signed_in_at').notNull(),
    /** To the day. */
    lastUsedAt: instant('last_used_at').notNull(),
    /** The row stays until the last token that names it has run out. */
    revokedAt: instant('revoked_at'),
  },
  (table) => [
    index('device_person').on(table.personId),
    index('device_signed_in').on(table.signedInAt),
    index('device_revoked').on(table.id).where(sql`${table.revokedAt} is not null`),
  ],
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
  (table) => [
    index('account_user').on(table.userId),
    // A provider's subject is one operator, also when two of its sign-ins come at once.
    uniqueIndex('account_identity').on(table.providerId, table.accountId),
  ],
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
    mobile: sealedMobile().notNull(),
    mobileHash: mobileHash(),
    codeHash: text('code_hash').notNull(),
    expiresAt: instant('expires_at').notNull(),
    tries: integer('tries').notNull().default(0),
    usedAt: instant('used_at'),
  },
  (table) => [
    index('one_time_code_expires').on(table.expiresAt),
    index('one_time_code_mobile').on(table.mobileHash),
    check('one_time_code_mobile_found', hasMobileHash(table)),
  ],
);

/** Counts for rate limits, by keyed hash of a number, an address or an account. */
export const limitEvent = pgTable(
  'limit_event',
  {
    id: bigserial('id', { mode: 'bigint' }).primaryKey(),
    key: text('key').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('limit_event_key_at').on(table.key, table.at), index('limit_event_at').on(table.at)],
);
