import 'server-only';
import { batchesOf } from '#lib/platform/batches.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { insertEvents, type NewEvent } from '#lib/webhooks/store.ts';

/** 64 MB of the largest deliveries. */
const MAX_QUEUED = 250;
const MAX_QUEUED_BYTES = 64 * 1024 * 1024;
const BATCH = 100;

/** Stores an event. Concurrent ones share a transaction (batching). False when the queue is full. */
export function storeEvent(event: NewEvent): Promise<boolean> {
  const inbox = processSingleton('webhook-inbox', () =>
    batchesOf<NewEvent>(insertEvents, { most: BATCH, room: MAX_QUEUED_BYTES, sizeOf }),
  );
  return inbox.add(event);
}

// Small deliveries still cost a row, a promise and a connection each.
function sizeOf({ bodySealed }: NewEvent): number {
  return Math.max(bodySealed.length, MAX_QUEUED_BYTES / (MAX_QUEUED * 20));
}
