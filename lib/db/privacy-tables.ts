import { sql } from 'drizzle-orm';
import { bigint, bigserial, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { erasers, removals } from '#lib/vocabulary.ts';
import { instant, leased, person } from './tables.ts';

// Erasures and the removal of what is old. The same rules as for tables.ts.

/** A person's data that is being erased, or was. Also says which erasures a restored backup needs again. */
export const erasure = pgTable(
  'erasure',
  {
    /** Also opens the page that tells how far it is: a random number that only its person gets. */
    id: uuid('id').primaryKey(),
    /** Negative it is the customer number of the emptied row of `person`, which must have one. */
    number: bigserial('number', { mode: 'number' }).notNull(),
    personId: text('person_id')
      .notNull()
      .unique()
      .references(() => person.id),
    /** Null once AURA has taken it: nothing here leads to the person any more. */
    auraCustomerId: bigint('aura_customer_id', { mode: 'number' }),
    askedBy: text('asked_by', { enum: erasers }).notNull(),
    askedAt: instant('asked_at').notNull(),
    erasedAt: instant('erased_at'),
    auraDeletedAt: instant('aura_deleted_at'),
    attempts: integer('attempts').notNull().default(0),
    ...leased,
  },
  (table) => [
    index('erasure_due')
      .on(table.dueAt)
      .where(sql`${table.erasedAt} is null or ${table.auraDeletedAt} is null`),
  ],
);

/** What the retention job removed, by kind of record. */
export const removal = pgTable('removal', {
  what: text('what', { enum: removals }).primaryKey(),
  ranAt: instant('ran_at').notNull(),
  /** In the latest round. */
  removed: integer('removed').notNull(),
  removedAt: instant('removed_at'),
  removedInAll: bigint('removed_in_all', { mode: 'number' }).notNull(),
});
