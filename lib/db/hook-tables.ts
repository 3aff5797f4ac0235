import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { seals } from '#lib/platform/seals.ts';
import { apiScopes, hookEventTypes, hookProblems, hookStates, kinds } from '#lib/vocabulary.ts';
import { sealedText } from './sealed.ts';
import { instant, leased } from './tables.ts';

// What other systems get of us: webhooks, and keys to read. The same rules as for tables.ts.

/** Another system's address that gets our webhooks. Never deleted: its deliveries name it. */
export const hookEndpoint = pgTable('hook_endpoint', {
  id: uuid('id').primaryKey().defaultRandom(),
  name: text('name').notNull(),
  /** Sealed: an address may hold a secret of its own. */
  url: sealedText('url', seals.hookUrl).notNull(),
  secret: sealedText('secret', seals.hookSecret).notNull(),
  /** Signs as well until then, so that a secret is changed without a gap. */
  previousSecret: sealedText('previous_secret', seals.hookSecret),
  previousUntil: instant('previous_until'),
  createdAt: instant('created_at').notNull(),
  createdBy: text('created_by').notNull(),
  switchedOffAt: instant('switched_off_at'),
});

/** What happened, as ids and states. Written by triggers, in the transaction of the change (decision 0043). */
export const hookEvent = pgTable(
  'hook_event',
  {
    /** Grows with each event of one callout or press, with gaps. */
    sequence: bigserial('sequence', { mode: 'number' }).primaryKey(),
    /** The name for the receiver: unlike the sequence, it is new also after a backup was restored. */
    id: uuid('id').notNull().defaultRandom(),
    type: text('type', { enum: hookEventTypes }).notNull(),
    calloutId: bigint('callout_id', { mode: 'number' }),
    pressId: uuid('press_id'),
    kind: text('kind', { enum: kinds }).notNull(),
    /** A stage of a callout, or how a press ended. */
    state: text('state').notNull(),
    at: timestamp('at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  },
  (table) => [index('hook_event_at').on(table.at), index('hook_event_callout').on(table.calloutId)],
);

/** An event on its way to one endpoint. */
export const hookDelivery = pgTable(
  'hook_delivery',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    sequence: bigint('sequence', { mode: 'number' })
      .notNull()
      .references(() => hookEvent.sequence, { onDelete: 'cascade' }),
    // No foreign key: every press would lock the row of the endpoint.
    endpointId: uuid('endpoint_id').notNull(),
    state: text('state', { enum: hookStates }).notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    ...leased,
    settledAt: instant('settled_at'),
    problem: text('problem', { enum: hookProblems }),
    /** Of the last answer. */
    status: integer('status'),
  },
  (table) => [
    uniqueIndex('hook_delivery_once').on(table.sequence, table.endpointId),
    index('hook_delivery_due').on(table.endpointId, table.dueAt).where(sql`${table.state} = 'waiting'`),
    index('hook_delivery_state').on(table.endpointId, table.state, table.settledAt),
    index('hook_delivery_troubled')
      .on(table.sequence)
      .where(sql`${table.state} <> 'delivered' and ${table.attempts} > 0`),
  ],
);

/** A program that may read. The key itself was shown once. */
export const apiKey = pgTable('api_key', {
  /** Text, as the audit names it. */
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** Of 256 random bits, so a plain hash cannot be turned back. */
  keyHash: text('key_hash').notNull().unique(),
  /** Its last characters, by which an admin recognises it. */
  hint: text('hint').notNull(),
  scopes: text('scopes', { enum: apiScopes }).array().notNull(),
  createdAt: instant('created_at').notNull(),
  createdBy: text('created_by').notNull(),
  expiresAt: instant('expires_at').notNull(),
  lastUsedAt: instant('last_used_at'),
  revokedAt: instant('revoked_at'),
});
