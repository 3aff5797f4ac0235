import 'server-only';
import { createHash } from 'node:crypto';
import { AuraError } from '#lib/aura/error.ts';
import { auraClient } from '#lib/upstream/aura-client.ts';

// AURA's stream of events on a callout, as messages.

export type HeardMessage = {
  eventId: number;
  text: string;
  /** When AURA took it, by AURA's clock; it does not always say. */
  saidAt: Date | null;
  /** False when AURA says that somebody else wrote it; it does not always say. */
  isFromCustomer: boolean;
  /** True only when AURA says so. */
  isSaidByCustomer: boolean;
};

export type SendOutcome =
  /** AURA has it; the number is null when AURA did not give it one in its answer. */
  | { kind: 'sent'; eventId: number | null }
  | { kind: 'closed' }
  /** AURA said no; sending it again would get the same answer. */
  | { kind: 'refused' }
  /** Not taken, and certainly not written down: it may be sent again. */
  | { kind: 'not_taken' }
  /** No answer that says whether AURA has it. */
  | { kind: 'unknown' };

/** Every message of a callout, in no order that is known; null when AURA did not tell. */
export async function fetchMessages(calloutId: number, deadlineMs: number): Promise<HeardMessage[] | null> {
  try {
    const { events } = await auraClient().listEvents({ calloutId }, { deadlineMs });
    return events.flatMap(({ eventId, text, source, createdAt }) =>
      text === null
        ? []
        : [
            {
              eventId: eventId ?? standInFor(text, createdAt),
              text,
              saidAt: createdAt === null ? null : new Date(createdAt),
              isFromCustomer: source === null || isCustomer(source),
              isSaidByCustomer: source !== null && isCustomer(source),
            },
          ],
    );
  } catch (error) {
    if (error instanceof AuraError) return null;
    throw error;
  }
}

/** A number for what AURA gave none: the same whenever it is read again, and none that AURA gives. */
function standInFor(text: string, createdAt: string | null): number {
  const digest = createHash('sha256').update(`${createdAt}\n${text}`).digest('hex');
  return -Number.parseInt(digest.slice(0, 12), 16);
}

function isCustomer(source: string): boolean {
  return source.toLowerCase() === 'customer';
}

/** Sends a text once. Never repeated by itself: AURA has no key by which it would know a second one. */
export async function sendMessage(calloutId: number, text: string, deadlineMs: number): Promise<SendOutcome> {
  try {
    const answer = await auraClient().sendEvent(
      { calloutId, source: 'customer', event: text },
      { deadlineMs },
    );
    return answer.closed ? { kind: 'closed' } : { kind: 'sent', eventId: answer.event?.eventId ?? null };
  } catch (error) {
    if (error instanceof AuraError) return outcomeOf(error);
    throw error;
  }
}

function outcomeOf(error: AuraError): SendOutcome {
  // A token that could not be had says nothing of the message, which was not sent then.
  if (error.endpoint !== 'sendEvent') return { kind: 'not_taken' };
  switch (error.kind) {
    case 'forbidden':
    case 'invalid_request':
    case 'not_found':
    case 'conflict':
      return { kind: 'refused' };
    case 'unauthorised':
    case 'rate_limited':
      return { kind: 'not_taken' };
    case 'network':
    case 'timeout':
    case 'server':
    case 'contract':
      return { kind: 'unknown' };
  }
}
