import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { seals } from '#lib/platform/seals.ts';
import { seal } from '#lib/platform/secret-box.ts';
import { jsonIn } from '#lib/webhooks/body-model.ts';
import { storeEvent } from '#lib/webhooks/event-inbox.ts';
import { readHead } from '#lib/webhooks/model.ts';
import { MAX_BODY_BYTES } from '#lib/webhooks/schema.ts';

/**
 * Stores a delivery before processing, even invalid JSON: AURA delivers at most once. Only an empty body is refused.
 */
export const receiveWebhookEvent = verb(
  'webhook.receive',
  z.object({ body: z.string().max(2 * MAX_BODY_BYTES) }),
  async (_actor, { body }) => {
    if (body === '') return refuse('input.invalid', { body: 'The body is empty' });
    const receivedAt = now();
    const isKept = await storeEvent({
      ...readHead(jsonIn(body)),
      receivedAt,
      state: 'received',
      bodySealed: seal(seals.webhookBody, body),
      bodyHash: createHash('sha256').update(body).digest('base64url'),
    });
    return isKept ? ok({ accepted: true as const }) : refuse('webhook.overloaded');
  },
);
