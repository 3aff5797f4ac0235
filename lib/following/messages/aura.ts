import 'server-only';
import { createHash } from 'node:crypto';
import { callAura } from '#lib/upstream/aura-client.ts';

export type AuraEventMessage = {
  eventId: number;
  text: string;
  /** By AURA's clock; null when AURA does not say. */
  saidAt: Date | null;
  /** False only when AURA names another author. */
  isFromCustomer: boolean;
  /** True only when AURA says so. */
  isSaidByCustomer: boolean;
};

export type SendOutcome =
  /** The event id is null when AURA's answer had none. */
  | { kind: 'sent'; eventId: number | null }
  | { kind: 'closed' }
  /** Refused; a retry would be refused, too. */
  | { kind: 'refused' }
  /** Certainly not stored: a retry is safe. */
  | { kind: 'not_taken' }
  /** AURA may or may not have it. */
  | { kind: 'unknown' };

const SEND_OUTCOMES = { refused: 'refused', not_done: 'not_taken', unsure: 'unknown' } as const;

/** Every message of a callout, unordered; null without an answer. */
export async function fetchMessages(
  calloutId: number,
  deadlineMs: number,
): Promise<AuraEventMessage[] | null> {
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

/** A stable substitute id (negative) for a message without one. */
function standInFor(text: string, createdAt: string | null): number {
  const digest = createHash('sha256').update(`${createdAt}\n${text}`).digest('hex');
  return -Number.parseInt(digest.slice(0, 12), 16);
}

function isCustomer(source: string): boolean {
  return source.toLowerCase() === 'customer';
}

/** Sends a text once, without retry: AURA has no idempotency key for messages. */
export async function sendMessage(calloutId: number, text: string, deadlineMs: number): Promise<SendOutcome> {
  const sent = await callAura((aura) =>
    aura.sendEvent({ calloutId, source: 'customer', event: text }, { deadlineMs }),
  );
  if (!sent.ok) return { kind: SEND_OUTCOMES[sent.outcome] };
  return sent.value.closed
    ? { kind: 'closed' }
    : { kind: 'sent', eventId: sent.value.event?.eventId ?? null };
}
