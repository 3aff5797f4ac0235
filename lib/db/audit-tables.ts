import { sql } from 'drizzle-orm';
import { bigserial, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant } from './tables.ts';

// Only lib/platform (writes) and lib/console/audit (reads) import this file.

/** Append-only, enforced by the database, which lets old addresses alone become empty. Ids only. */
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
    /** Of an entry that stands for all of its kind within a time: when that began. */
    slot: instant('slot'),
  },
  (table) => [
    // Ascending, and scanned backwards: drizzle's descending index sorts nulls differently from our queries.
    index('audit_entry_at').on(table.at, table.id),
    index('audit_entry_actor').on(table.actorId, table.at, table.id),
    index('audit_entry_action').on(table.action, table.at, table.id),
    index('audit_entry_subject').on(table.subject, table.at, table.id),
    uniqueIndex('audit_entry_slot')
      .on(table.actorId, table.action, table.subject, table.slot)
      .where(sql`${table.slot} is not null`),
    index('audit_entry_address').on(table.at).where(sql`${table.address} is not null`),
  ],
);

/** Counts one place's refusals in the current hour: after a few they are not listed singly. */
export const refusalTally = pgTable(
  'refusal_tally',
  {
    /** An address or its block; `*` counts what was listed for all of them. */
    place: text('place').notNull(),
    hour: instant('hour').notNull(),
    refusals: integer('refusals').notNull(),
  },
  (table) => [primaryKey({ columns: [table.place, table.hour] })],
);
