import { ok, refuse } from '#lib/errors/result.ts';
import { machine } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { decodeBody } from '#lib/platform/decode-body.ts';
import { json, readBytes } from '#lib/platform/http.ts';
import { auraSenderFrom } from '#lib/webhooks/aura-sender.ts';
import { receiveWebhookEvent } from '#lib/webhooks/receive-webhook-event.ts';
import { MAX_BODY_BYTES } from '#lib/webhooks/schema.ts';

/** AURA's deliveries: stored as they came, worked afterwards. Only the registered header opens it. */
export const POST = route(machine(auraSenderFrom), receiveWebhookEvent, {
  body: readEvent,
  input: ({ body }) => ({ body }),
  respond: (received) => json(received, 202),
});

async function readEvent(request: Request) {
  const bytes = await readBytes(request, MAX_BODY_BYTES);
  if (bytes === null) return refuse('request.too_large');
  // AURA delivers at most once, so what cannot be read is kept all the same, for a person to look at.
  const decoded = await decodeBody(bytes, request.headers, MAX_BODY_BYTES);
  if (decoded.kind === 'too_large') return refuse('request.too_large');
  return ok(decoded.kind === 'text' ? decoded.text : bytes.toString('base64'));
}
