import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { workEach } from '#lib/platform/outbox.ts';
import { deliverMessages } from './deliver-messages.ts';
import { listDueConversations, nextMessageMs } from './store.ts';

const ROUND_SIZE = 32;
const CONCURRENCY = 4;

/** One round of the outbox, by conversation. Returns when the next message is due. */
export const deliverDueMessages = verb('message.deliver_due', z.object({}), async (actor) => {
  const due = await listDueConversations(ROUND_SIZE);
  await workEach('messages', due, (calloutId) => deliverMessages(actor, { calloutId }), CONCURRENCY);
  return ok({ nextMs: await nextMessageMs() });
});
