import { refuse } from '#lib/errors/result.ts';
import { decodeBody } from '#lib/platform/decode-body.ts';
import { json, problem, readBytes, route } from '#lib/platform/http.ts';
import { auraSenderFrom } from '#lib/webhooks/aura-sender.ts';
import { receiveWebhookEvent } from '#lib/webhooks/receive-webhook-event.ts';
import { MAX_BODY_BYTES } from '#lib/webhooks/schema.ts';

/** AURA's deliveries: stored as they came, worked afterwards. Only the registered header opens it. */
export const POST = route(async (request: Request) => {
  const sender = auraSenderFrom(request.headers);
  if (!sender.ok) return problem(request, sender);
  const bytes = await readBytes(request, MAX_BODY_BYTES);
  if (bytes === null) return problem(request, refuse('request.too_large'));
  // AURA delivers at most once, so what cannot be read is kept all the same, for a person to look at.
  const decoded = await decodeBody(bytes, request.headers, MAX_BODY_BYTES);
  if (decoded.kind === 'too_large') return problem(request, refuse('request.too_large'));
  const body = decoded.kind === 'text' ? decoded.text : bytes.toString('base64');
  const received = await receiveWebhookEvent(sender.value, { body });
  return received.ok ? json(received.value, 202) : problem(request, received);
});
