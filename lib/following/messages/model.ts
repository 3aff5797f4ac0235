import type { Author } from '#lib/vocabulary.ts';

// Delivery of messages to AURA. Sending is not idempotent, so after an unknown outcome AURA's list is read first. Pure;
// time is passed in.

/** Messages expire: a place or a danger changes. */
export const MESSAGE_EXPIRY_MS = 10 * 60_000;

/** How long an abandoned request may still be carried out. */
export const STRAY_MESSAGE_MS = 10_000;

export type MessageSituation = {
  writtenAt: Date;
  lastAttemptAt: Date | null;
  outcomeUnknownSince: Date | null;
};

export type MessageStep =
  | { kind: 'attempt' }
  | { kind: 'settle' }
  /** A request may still be in flight: reading now would miss it. */
  | { kind: 'wait'; until: Date }
  | { kind: 'too_late' };

/** The next step for the oldest message that AURA does not have. */
export function nextMessageStep(message: MessageSituation, at: Date): MessageStep {
  if (message.outcomeUnknownSince) {
    const from = (message.lastAttemptAt ?? message.outcomeUnknownSince).getTime() + STRAY_MESSAGE_MS;
    return at.getTime() >= from ? { kind: 'settle' } : { kind: 'wait', until: new Date(from) };
  }
  return isTooLate(message.writtenAt, at) ? { kind: 'too_late' } : { kind: 'attempt' };
}

export function isTooLate(writtenAt: Date, at: Date): boolean {
  return at.getTime() - writtenAt.getTime() >= MESSAGE_EXPIRY_MS;
}

/** AURA has one source for all our messages (*customer*), so the text names any other author, unforgeably. */
export function wireText(author: Author, text: string): string {
  if (author === 'operator') return `Vigil operator: ${text}`;
  if (author === 'vigil') return `Vigil, automatically: ${text}`;
  // Joiners are invisible inside a word.
  const asRead = text.replaceAll(/[\u200C\u200D]/g, '');
  return /^\W*vigil/im.test(asRead) ? `Customer: ${text.replaceAll('\n', ' / ')}` : text;
}

/** Whether AURA's text is the one that we sent; AURA may change whitespace. */
function isSameText(sent: string, received: string): boolean {
  return squeezed(sent) === squeezed(received);
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

export type AuraMessage = { eventId: number; text: string; isFromCustomer: boolean };
export type Unconfirmed = { id: string; wire: string };

type Said = { eventId: number; saidAt: Date | null };

/** Sorted by AURA's times, or by its ids where it gives none. */
export function inOrder<Message extends Said>(received: readonly Message[]): Message[] {
  const byNumber = received.toSorted((one, other) => one.eventId - other.eventId);
  // A message without a time stays beside its neighbours.
  let latestMs = Number.NEGATIVE_INFINITY;
  const timed = byNumber.map((message) => {
    latestMs = message.saidAt?.getTime() ?? latestMs;
    return { message, atMs: latestMs };
  });
  return timed.toSorted((one, other) => compare(one.atMs, other.atMs)).map(({ message }) => message);
}

const compare = (one: number, other: number) => (one === other ? 0 : one < other ? -1 : 1);

/** Matches AURA's messages with ours that may have arrived (`unconfirmed`, oldest first), one to one. */
export function matchMessages<Message extends AuraMessage>(
  received: readonly Message[],
  known: ReadonlySet<number>,
  unconfirmed: readonly Unconfirmed[],
): { ours: { id: string; eventId: number }[]; theirs: Message[] } {
  const open = [...unconfirmed];
  const seen = new Set(known);
  const ours: { id: string; eventId: number }[] = [];
  const theirs: Message[] = [];
  for (const message of received) {
    if (seen.has(message.eventId)) continue;
    seen.add(message.eventId);
    const index = message.isFromCustomer ? open.findIndex(({ wire }) => isSameText(wire, message.text)) : -1;
    const [match] = index < 0 ? [] : open.splice(index, 1);
    if (match) ours.push({ id: match.id, eventId: message.eventId });
    else theirs.push(message);
  }
  return { ours, theirs };
}

/** AURA's own limit is unknown. */
export const MAX_TEXT_LENGTH = 2_000;

/** Strips control and bidirectional characters: a person in danger cannot look for an invisible mistake. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|\p{Cs}|[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu, '')
    .trim();
}
