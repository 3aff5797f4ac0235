import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Language } from '#lib/languages/languages.ts';
import { hasMobileHash, mobileHash, sealedMobile } from './sealed-mobile.ts';
import { instant } from './tables.ts';

/** Deleted when done or an hour old. */
export const registration = pgTable(
  'registration',
  {
    id: uuid('id').primaryKey(),
    codeId: uuid('code_id').notNull(),
    mobile: sealedMobile().notNull(),
    mobileHash: mobileHash(),
    name: text('name').notNull(),
    surname: text('surname').notNull(),
    latinName: text('latin_name'),
    subscriptionTypeId: integer('subscription_type_id').notNull(),
    language: text('language').$type<Language>(),
    termsVersion: text('terms_version'),
    startedAt: instant('started_at').notNull(),
    mobileConfirmedAt: instant('mobile_confirmed_at'),
    /** Lease of the request that creates the customer at AURA. */
    claimedUntil: instant('claimed_until'),
    /** A create with unknown outcome: a later 409 may be caused by it. */
    answerLostAt: instant('answer_lost_at'),
    personId: text('person_id'),
  },
  (table) => [
    index('registration_started').on(table.startedAt),
    check('registration_mobile_found', hasMobileHash(table)),
  ],
);
