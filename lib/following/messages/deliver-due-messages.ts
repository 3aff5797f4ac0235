import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { deliverMessages } from './deliver-messages.ts';
import { listDueConversations } from './store.ts';

const ROUND_SIZE = 32;
const SIDE_BY_SIDE = 4;

/** One round of the outbox: every conversation with a message whose turn has come. Gives how many there were. */
export const deliverDueMessages = verb('message.deliver_due', z.object({}), async (actor) => {
  const due = await listDueConversations(now(), ROUND_SIZE);
  const waiting = [...due];
  const deliverUntilEmpty = async () => {
    for (let calloutId = waiting.shift(); calloutId !== undefined; calloutId = waiting.shift()) {
      await deliverMessages(actor, { calloutId });
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, deliverUntilEmpty));
  return ok({ conversations: due.length });
});
