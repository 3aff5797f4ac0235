import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { leased } from './tables.ts';

// Scheduled work. The same rules as for tables.ts.

export const scheduledJob = pgTable('scheduled_job', {
  name: text('name').primaryKey(),
  /** Consecutive failures. */
  attempts: integer('attempts').notNull().default(0),
  ...leased,
});
