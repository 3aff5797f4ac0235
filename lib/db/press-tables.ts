import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { pressDoors } from '#lib/vocabulary.ts';
import { instant, person } from './tables.ts';

/** One-use codes by which a text message presses for a person whose phone has no data. */
export const pressTextCode = pgTable(
  'press_text_code',
  {
    /** A keyed hash: whoever reads the table can press for no one. */
    codeHash: text('code_hash').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    /** The press that the device makes with it, by whichever way. */
    pressId: uuid('press_id').notNull().unique(),
    /** Of the person's press tokens: revoking those revokes it. */
    edition: integer('edition').notNull(),
    issuedAt: instant('issued_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [
    index('press_text_code_unused').on(table.personId, table.issuedAt).where(sql`${table.usedAt} is null`),
    index('press_text_code_expires').on(table.expiresAt),
  ],
);

/** Practice presses of `npm run canary`: of no person, never delivered, and no alert looks at them. */
export const canaryPress = pgTable(
  'canary_press',
  {
    pressId: uuid('press_id').primaryKey(),
    door: text('door', { enum: pressDoors }).notNull(),
    /** Whether its position and times were all read. */
    isWhole: boolean('is_whole').notNull(),
    receivedAt: instant('received_at').notNull(),
  },
  (table) => [index('canary_press_received').on(table.receivedAt)],
);
