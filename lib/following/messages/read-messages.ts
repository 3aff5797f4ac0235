import 'server-only';
import { z } from 'zod';
import { acquireRateToken, findCalloutFor, noteWatched } from '#lib/callouts/records.ts';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { findSafeAsked } from '#lib/following/cancellations/records.ts';
import { systemActor } from '#lib/identity/actor.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { inBackground } from '#lib/platform/in-background.ts';
import { refreshMessages } from './refresh-messages.ts';
import type { Conversation } from './schema.ts';
import { listMessages } from './store.ts';
import { claimAsking, findStream } from './stream-store.ts';

/** AURA is asked this often about the conversation of a closed callout that somebody looks at, however many look. */
const ASK_AGAIN_AFTER_CLOSE_MS = 60_000;
/** Left of the budget for callouts that are open. */
const RESERVE = 20;

/**
 * What was said on a callout, for its owner and for operators. Looking asks AURA nothing while the callout is
 * open: it puts the conversation first in the rounds that follow all of them.
 */
export const readMessages = verb(
  'message.read',
  z.object({ calloutId: calloutIdField }),
  async (actor, { calloutId }) => {
    const callout = await findCalloutFor(actor, calloutId);
    if (!callout) return refuse('callout.not_found');
    const isPerson = actor.role === 'person';
    if (callout.closedAt) await askAgain(calloutId);
    else await noteWatched(callout, now());
    const safeAskedAt = isPerson ? await findSafeAsked(calloutId) : null;
    const [all, stream] = await Promise.all([listMessages(calloutId), findStream(calloutId)]);
    // What comes from AURA after a person said that they are safe would show whether the code was right, also what
    // AURA writes in their name.
    const isOwn = ({ message }: (typeof all)[number]) =>
      message.author === 'person' && message.state !== 'received';
    const rows = all.filter((row) => !safeAskedAt || row.message.writtenAt <= safeAskedAt || isOwn(row));
    const conversation: Conversation = {
      calloutId,
      servedAt: now().toISOString(),
      asOf: stream?.asOf?.toISOString() ?? null,
      askedAt: stream?.askedAt.toISOString() ?? null,
      isOpen: callout.closedAt === null,
      as: isPerson ? 'person' : actor.role === 'viewer' ? 'reader' : 'operator',
      messages: rows.map(({ message, by }) => ({
        id: message.id,
        author: message.author,
        by: isPerson ? null : by,
        text: message.text,
        state: message.state,
        problem: message.problem,
        writtenAt: message.writtenAt.toISOString(),
        sentAt: message.sentAt?.toISOString() ?? null,
      })),
    };
    return ok(conversation);
  },
);

// What was said just before the close may not have been read; nothing follows a closed callout.
async function askAgain(calloutId: number): Promise<void> {
  const at = now();
  const before = new Date(at.getTime() - ASK_AGAIN_AFTER_CLOSE_MS);
  if (!(await claimAsking(calloutId, before, at)) || !(await acquireRateToken({ reserve: RESERVE }))) return;
  inBackground('reading messages', () => refreshMessages(systemActor('message.read'), { calloutId }));
}
