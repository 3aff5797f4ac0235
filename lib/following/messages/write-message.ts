import 'server-only';
import { findCalloutFor } from '#lib/callouts/records.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { systemActor } from '#lib/identity/actor.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { inBackground } from '#lib/platform/in-background.ts';
import { deliverMessages } from './deliver-messages.ts';
import { writeMessageInput } from './schema.ts';
import { countQueued, findMessage, insertMessage } from './store.ts';

/** More than anybody types while AURA is away. */
const MAX_QUEUED = 50;

/** Stores a message to AURA's control room and starts its delivery in the background. Idempotent by id. */
export const writeMessage = verb(
  'message.write',
  writeMessageInput,
  async (actor, { calloutId, id, text }) => {
    const callout = await findCalloutFor(actor, calloutId);
    if (!callout) return refuse('callout.not_found');
    const isPerson = actor.role === 'person';
    const authorId = isPerson ? actor.personId : actor.operatorId;
    const earlier = await findMessage(id);
    if (earlier) {
      const isSame = earlier.calloutId === calloutId && earlier.authorId === authorId;
      return isSame
        ? ok({ id, state: earlier.state, isNew: false })
        : refuse('input.invalid', { id: 'Must be a UUID made for this message' });
    }
    if (callout.closedAt) return refuse('callout.closed');
    if ((await countQueued(calloutId)) >= MAX_QUEUED) return refuse('message.too_many');
    const author = isPerson ? 'person' : 'operator';
    const isNew = await insertMessage(actor, { id, calloutId, author, authorId, text, at: now() });
    inBackground('message delivery', () => deliverMessages(systemActor('message.write'), { calloutId }));
    return ok({ id, state: 'queued' as const, isNew });
  },
);
