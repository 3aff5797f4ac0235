import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { leased } from './tables.ts';

// Work that comes back by the clock. The same rules as for tables.ts.

/** One row for each job that runs every so often: when it is due next, and who has it in hand. */
export const scheduledJob = pgTable('scheduled_job', {
  name: text('name').primaryKey(),
  /** Failures in a row. */
  attempts: integer('attempts').notNull().default(0),
  ...leased,
});
