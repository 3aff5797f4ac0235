import 'server-only';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { type Cursor, countEvents, listEvents } from '#lib/webhooks/inbox-store.ts';
import { eventPageInput, type WebhookEventPage } from '#lib/webhooks/schema.ts';

const PAGE_SIZE = 50;

/** A page of deliveries, newest first. */
export const listWebhookEvents = verb(
  'webhook.list',
  eventPageInput,
  async (_actor, { after, ...filter }) => {
    const [found, inRange] = await Promise.all([
      listEvents(filter, after ? readCursor(after) : null, PAGE_SIZE + 1),
      filter.from && filter.until ? countEvents(filter) : null,
    ]);
    const events = found.slice(0, PAGE_SIZE);
    const last = events.at(-1);
    const next = found.length > PAGE_SIZE && last ? `${Date.parse(last.receivedAt)}_${last.eventId}` : null;
    const page: WebhookEventPage = { asOf: now().toISOString(), events, next, inRange };
    return ok(page);
  },
);

function readCursor(text: string): Cursor {
  const [atMs, id] = text.split('_').map(Number);
  return { at: new Date(atMs ?? 0), id: id ?? 0 };
}
