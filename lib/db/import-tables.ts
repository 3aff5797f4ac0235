import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { importRowStates, importStates } from '#lib/vocabulary.ts';
import { hasMobileHash, mobileHash, sealedMobile } from './sealed-mobile.ts';
import { instant, leased } from './tables.ts';

// Imports of customers from files. The same rules as for tables.ts.

export const customerImport = pgTable(
  'customer_import',
  {
    id: uuid('id').primaryKey(),
    fileName: text('file_name').notNull(),
    subscriptionTypeId: integer('subscription_type_id').notNull(),
    state: text('state', { enum: importStates }).notNull(),
    ignoredColumns: jsonb('ignored_columns').$type<string[]>().notNull().default([]),
    uploadedAt: instant('uploaded_at').notNull(),
    uploadedBy: text('uploaded_by').notNull(),
    startedAt: instant('started_at'),
    endedAt: instant('ended_at'),
    /** Backoff while AURA does not answer. */
    pausedUntil: instant('paused_until'),
  },
  (table) => [
    index('customer_import_newest').on(table.uploadedAt, table.id),
    index('customer_import_running').on(table.startedAt).where(sql`${table.state} = 'running'`),
  ],
);

export const customerImportRow = pgTable(
  'customer_import_row',
  {
    importId: uuid('import_id')
      .notNull()
      .references(() => customerImport.id, { onDelete: 'cascade' }),
    /** Spreadsheet row: the header is 1. */
    row: integer('row').notNull(),
    state: text('state', {
      enum: importRowStates,
    }).notNull(),
    name: text('name'),
    surname: text('surname'),
    mobile: sealedMobile(),
    mobileHash: mobileHash(),
    /** Validation problem: column, value and reason. */
    problemColumn: text('problem_column'),
    problemValue: text('problem_value'),
    problem: text('problem'),
    ...leased,
    /** An attempt with unknown outcome: a later 409 may be caused by it. */
    answerLostAt: instant('answer_lost_at'),
    personId: text('person_id'),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.row] }),
    index('customer_import_row_state').on(table.importId, table.state, table.row),
    check('customer_import_row_mobile_found', hasMobileHash(table)),
  ],
);
