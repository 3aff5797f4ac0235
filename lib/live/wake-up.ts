import 'server-only';
import { type SQL, sql } from 'drizzle-orm';

/** The `LISTEN` channel that wakes the worker. */
export const WORK_CHANNEL = 'vigil_work';

export const workTopics = [
  'press',
  'callout',
  'watched',
  'message',
  'position',
  'cancellation',
  'rating',
  'webhook',
  'import',
  'erasure',
  'push',
  'hook',
] as const;
export type WorkTopic = (typeof workTopics)[number];

/** Part of a statement that wakes the worker's jobs for this topic when the transaction commits. */
export function wakeUp(topic: WorkTopic): SQL<unknown> {
  return sql`pg_notify(${WORK_CHANNEL}, ${topic})`;
}
