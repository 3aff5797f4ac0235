import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { seal } from '#lib/platform/secret-box.ts';
import { keepEvent } from '#lib/webhooks/event-inbox.ts';
import { readHead } from '#lib/webhooks/model.ts';
import { BODY_SEAL, MAX_BODY_BYTES } from '#lib/webhooks/schema.ts';

/**
 * Keeps a delivery as it came, before anything is done about it. A body that is not JSON is refused: nothing was
 * accepted, so nothing is lost. JSON of any shape is kept.
 */
export const receiveWebhookEvent = verb(
  'webhook.receive',
  z.object({ body: z.string().max(MAX_BODY_BYTES) }),
  async (_actor, { body }) => {
    const parsed = parseJson(body);
    if (!parsed) return refuse('input.invalid', { body: 'This is not JSON' });
    const receivedAt = now();
    const isKept = await keepEvent({
      ...readHead(parsed.json),
      receivedAt,
      dueAt: receivedAt,
      state: 'received',
      bodySealed: seal(BODY_SEAL, body),
      bodyHash: createHash('sha256').update(body).digest('base64url'),
    });
    return isKept ? ok({ accepted: true as const }) : refuse('webhook.overloaded');
  },
);

function parseJson(text: string): { json: unknown } | null {
  try {
    return { json: JSON.parse(text) };
  } catch {
    // Not JSON is an expected answer here.
    return null;
  }
}
