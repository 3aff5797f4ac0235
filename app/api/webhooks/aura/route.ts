import { ok, refuse } from '#lib/errors/result.ts';
import { machine } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { decodeBody } from '#lib/platform/decode-body.ts';
import { json, readBytes } from '#lib/platform/http.ts';
import { auraSenderFrom } from '#lib/webhooks/aura-sender.ts';
import { receiveWebhookEvent } from '#lib/webhooks/receive-webhook-event.ts';
import { MAX_BODY_BYTES } from '#lib/webhooks/schema.ts';

/** AURA's webhooks: stored as received, processed later. Requires the registered header. */
export const POST = route(machine(auraSenderFrom, 'an event of AURA’s'), receiveWebhookEvent, {
  body: readEvent,
  input: ({ body }) => ({ body }),
  respond: (received) => json(received, 202),
});

async function readEvent(request: Request) {
  const bytes = await readBytes(request, MAX_BODY_BYTES);
  if (bytes === null) return refuse('request.too_large');
  // AURA does not redeliver, so unparsable events are stored for inspection too.
  const decoded = await decodeBody(bytes, request.headers, MAX_BODY_BYTES);
  if (decoded.kind === 'too_large') return refuse('request.too_large');
  return ok(decoded.kind === 'text' ? decoded.text : bytes.toString('base64'));
}
