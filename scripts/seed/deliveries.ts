import { createHash } from 'node:crypto';
import type { Stage } from '#lib/vocabulary.ts';
import type { Given } from './batch.ts';
import type { Course } from './course.ts';
import { chance, DAY_MS, duration } from './draw.ts';
import type { RowOf, webhookEvents } from './shapes.ts';

/** Retention is thirty days, so older ones would be gone. */
const KEPT_MS = 29 * DAY_MS;

const EVENTS: Readonly<Record<Stage, string>> = {
  raised: 'NEW_CALLOUT',
  owned: 'CALLOUT_OWNED',
  dispatched: 'RESPONDER_MANUALLY_DISPATCHED',
  arrived: 'RESPONDER_ARRIVED_ON_SCENE',
  completed: 'RESPONDER_COMPLETED',
  cancelled: 'CALLOUT_SOFT_CANCELLED_BY_CUSTOMER',
  closed: 'CALLOUT_CLOSED',
};

/** Webhook events of a callout within the retention. */
export function deliveriesOf(
  { random, calloutId, raisedAt, until }: Given,
  { reached }: Course,
  customerId: number,
  seal: (body: string) => string,
): RowOf<typeof webhookEvents>[] {
  if (raisedAt < until - KEPT_MS) return [];
  return reached.map(({ stage, at, status }) => {
    const isUnknown = chance(random, 0.01);
    const hasFailed = !isUnknown && chance(random, 0.004);
    const message = isUnknown ? 'DEMO_EVENT_NOBODY_KNOWS' : EVENTS[stage];
    const body = JSON.stringify({ message, callout: { id: calloutId, customerId, status }, at });
    const receivedAt = new Date(at);
    return {
      received_at: receivedAt,
      message,
      about: 'callout',
      about_id: calloutId,
      customer_id: customerId,
      body_sealed: seal(body),
      body_hash: createHash('sha256').update(body).digest('base64url'),
      state: isUnknown ? 'unknown' : hasFailed ? 'failed' : 'processed',
      attempts: hasFailed ? 8 : 1,
      due_at: receivedAt,
      processed_at: hasFailed ? null : new Date(at + duration(random, 200)),
      problem: isUnknown ? 'unknown_event' : hasFailed ? 'aura_unavailable' : null,
    };
  });
}
