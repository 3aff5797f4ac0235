import 'server-only';
import { batchesOf } from '#lib/platform/batches.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { insertEvents, type NewEvent } from '#lib/webhooks/store.ts';

/** 64 MB of the largest deliveries. */
const MOST_WAITING = 250;
const MOST_BYTES_WAITING = 64 * 1024 * 1024;
const BATCH = 100;

/** Stores an event. Concurrent ones share a transaction (batching). False when the queue is full. */
export function keepEvent(event: NewEvent): Promise<boolean> {
  const inbox = processSingleton('webhook-inbox', () =>
    batchesOf<NewEvent>(insertEvents, { most: BATCH, room: MOST_BYTES_WAITING, sizeOf }),
  );
  return inbox.add(event);
}

// Small deliveries still cost a row, a promise and a connection each.
function sizeOf({ bodySealed }: NewEvent): number {
  return Math.max(bodySealed.length, MOST_BYTES_WAITING / (MOST_WAITING * 20));
}
