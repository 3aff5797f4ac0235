import { bigint, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { seals } from '#lib/platform/seals.ts';
import { pushSubjects, stages } from '#lib/vocabulary.ts';
import { device } from './identity-tables.ts';
import { sealedJson } from './sealed.ts';
import { instant, leased, person } from './tables.ts';

// Pushes to a person's devices. The same rules as for tables.ts.

/** What a browser's push service gave a device. It ends with the device. */
export const pushSubscription = pgTable(
  'push_subscription',
  {
    deviceId: uuid('device_id')
      .primaryKey()
      .references(() => device.id, { onDelete: 'cascade' }),
    personId: text('person_id')
      .notNull()
      .references(() => person.id),
    /** Endpoint, the browser's keys, and the key of ours that the push service binds it to. */
    channel: sealedJson('channel', seals.push).notNull(),
    /** A keyed hash: one browser is one device. */
    endpointHash: text('endpoint_hash').notNull().unique(),
    subscribedAt: instant('subscribed_at').notNull(),
    /** After a silent press nothing is shown until then. */
    quietUntil: instant('quiet_until'),
  },
  (table) => [index('push_subscription_person').on(table.personId)],
);

/** The newest of each kind that a device is still to get: what is newer takes its place. */
export const pushNotice = pgTable(
  'push_notice',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    deviceId: uuid('device_id')
      .notNull()
      .references(() => pushSubscription.deviceId, { onDelete: 'cascade' }),
    about: text('about', { enum: pushSubjects }).notNull(),
    calloutId: bigint('callout_id', { mode: 'number' }).notNull(),
    /** Null for a message. */
    stage: text('stage', { enum: stages }),
    queuedAt: instant('queued_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    ...leased,
  },
  (table) => [
    uniqueIndex('push_notice_newest').on(table.deviceId, table.about),
    index('push_notice_due').on(table.dueAt),
  ],
);
