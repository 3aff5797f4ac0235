import 'server-only';
import { createHash } from 'node:crypto';
import { callAura } from '#lib/upstream/aura-client.ts';

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

const SEND_OUTCOMES = { refused: 'refused', not_done: 'not_taken', unsure: 'unknown' } as const;

/** Every message of a callout, in no order that is known; null when AURA did not tell. */
export async function fetchMessages(calloutId: number, deadlineMs: number): Promise<HeardMessage[] | null> {
  const listed = await callAura((aura) => aura.listEvents({ calloutId }, { deadlineMs }));
  if (!listed.ok) return null;
  return listed.value.events.flatMap(({ eventId, text, source, createdAt }) =>
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
  const sent = await callAura((aura) =>
    aura.sendEvent({ calloutId, source: 'customer', event: text }, { deadlineMs }),
  );
  if (!sent.ok) return { kind: SEND_OUTCOMES[sent.outcome] };
  return sent.value.closed
    ? { kind: 'closed' }
    : { kind: 'sent', eventId: sent.value.event?.eventId ?? null };
}
