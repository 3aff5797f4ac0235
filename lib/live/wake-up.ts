import 'server-only';
import { type SQL, sql } from 'drizzle-orm';

/** The channel of `LISTEN` that wakes the worker. */
export const WORK_CHANNEL = 'vigil_work';

/** What the worker is woken for: work that waits, and what makes following callouts worth more. */
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
] as const;
export type WorkTopic = (typeof workTopics)[number];

/** Part of a statement that wakes whoever works on it, when the caller's transaction commits and only then. */
export function wakeUp(topic: WorkTopic): SQL<unknown> {
  return sql`pg_notify(${WORK_CHANNEL}, ${topic})`;
}
