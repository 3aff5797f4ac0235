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
import { openedWords } from '#lib/platform/unopened.ts';
import type { Conversation } from './answers.ts';
import { refreshMessages } from './refresh-messages.ts';
import { listMessages } from './store.ts';
import { claimRead, findStream } from './stream-store.ts';

/** Minimum interval of reads from AURA after the close, for any number of viewers. */
const CLOSED_READ_INTERVAL_MS = 60_000;
/** Reserve in the rate limit. */
const RESERVE = 20;

/** The conversation, for owner and operators. Viewing gives it priority in the poller's rounds. */
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
    // After *I am safe*, AURA's messages (also those in the person's name) would reveal whether the code was right.
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
        text: openedWords(message.text),
        state: message.state,
        problem: message.problem,
        writtenAt: message.writtenAt.toISOString(),
        sentAt: message.sentAt?.toISOString() ?? null,
      })),
    };
    return ok(conversation);
  },
);

// Last messages before the close may be unread: closed callouts are not polled.
async function askAgain(calloutId: number): Promise<void> {
  const at = now();
  const before = new Date(at.getTime() - CLOSED_READ_INTERVAL_MS);
  if (!(await claimRead(calloutId, before, at)) || !(await acquireRateToken({ reserve: RESERVE }))) return;
  inBackground('message refresh', () => refreshMessages(systemActor('message.read'), { calloutId }));
}
