import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { seals } from '#lib/platform/seals.ts';
import { contactTextProblems, contactTextStates } from '#lib/vocabulary.ts';
import { sealedText } from './sealed.ts';
import { callout, instant, leased, person } from './tables.ts';

// A person's trusted contacts, and the texts that they got. The same rules as for tables.ts.

export const trustedContact = pgTable(
  'trusted_contact',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    /** Their order, from 0. */
    nth: integer('nth').notNull(),
    name: sealedText('name', seals.contact).notNull(),
    mobile: sealedText('mobile', seals.contact).notNull(),
    /** Whether they get a text when a press is delivered. */
    isTexted: boolean('is_texted').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [uniqueIndex('trusted_contact_order').on(table.personId, table.nth)],
);

/** A text about a callout to one contact; the row is the work. */
export const contactText = pgTable(
  'contact_text',
  {
    /** The link in the text is made of it. */
    id: uuid('id').primaryKey().defaultRandom(),
    calloutId: bigint('callout_id', { mode: 'number' })
      .notNull()
      .references(() => callout.id),
    /** No foreign key: a contact that is removed meanwhile must not keep a press from being settled. */
    contactId: uuid('contact_id').notNull(),
    state: text('state', { enum: contactTextStates }).notNull(),
    /** Why it was not sent. */
    problem: text('problem', { enum: contactTextProblems }),
    queuedAt: instant('queued_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    ...leased,
    sentAt: instant('sent_at'),
    /** The gateway's name for it, where it reports deliveries. */
    gatewayId: text('gateway_id'),
    deliveredAt: instant('delivered_at'),
    failedAt: instant('failed_at'),
  },
  (table) => [
    uniqueIndex('contact_text_once').on(table.calloutId, table.contactId),
    index('contact_text_due').on(table.dueAt).where(sql`${table.state} = 'queued'`),
    index('contact_text_gateway').on(table.gatewayId),
  ],
);
