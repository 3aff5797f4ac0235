import { refuse } from '#lib/errors/result.ts';
import { json, problem, readText, route } from '#lib/platform/http.ts';
import { auraSenderFrom } from '#lib/webhooks/aura-sender.ts';
import { receiveWebhookEvent } from '#lib/webhooks/receive-webhook-event.ts';
import { MAX_BODY_BYTES } from '#lib/webhooks/schema.ts';

/** AURA's deliveries: stored as they came, worked afterwards. Only the registered header opens it. */
export const POST = route(async (request: Request) => {
  const sender = auraSenderFrom(request.headers);
  if (!sender.ok) return problem(request, sender);
  if (!mayBeJson(request)) return problem(request, refuse('request.unsupported_type'));
  const body = await readText(request, MAX_BODY_BYTES);
  if (body === null) return problem(request, refuse('request.too_large'));
  const received = await receiveWebhookEvent(sender.value, { body });
  return received.ok ? json(received.value, 202) : problem(request, received);
});

// AURA delivers once at most, so a delivery that only forgot to name its type is read all the same.
function mayBeJson(request: Request): boolean {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  return !type || type === 'application/json';
}
