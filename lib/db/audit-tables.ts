import { bigserial, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './tables.ts';

// The audit. lib/platform writes it and lib/console/audit reads it; nothing else imports this file.

/** Who did what to whom, or tried to; written, never changed: the database refuses it. Ids only. */
export const auditEntry = pgTable(
  'audit_entry',
  {
    id: bigserial('id', { mode: 'bigint' }).primaryKey(),
    at: instant('at').notNull(),
    actorRole: text('actor_role').notNull(),
    actorId: text('actor_id'),
    address: text('address'),
    /** `noun.verb`, such as `press.acknowledge`. */
    action: text('action').notNull(),
    subject: text('subject'),
    detail: text('detail'),
  },
  (table) => [
    // Ascending, and read backwards: drizzle's descending index puts nulls where no query of ours does.
    index('audit_entry_at').on(table.at, table.id),
    index('audit_entry_actor').on(table.actorId, table.at, table.id),
    index('audit_entry_action').on(table.action, table.at, table.id),
    index('audit_entry_subject').on(table.subject, table.at, table.id),
  ],
);

/** How many refusals came from one place in one hour, while that hour runs: what is beyond a few is not listed. */
export const refusalTally = pgTable(
  'refusal_tally',
  {
    /** An address or the block of one; `*` for what was listed of all of them. */
    place: text('place').notNull(),
    hour: instant('hour').notNull(),
    refusals: integer('refusals').notNull(),
  },
  (table) => [primaryKey({ columns: [table.place, table.hour] })],
);
