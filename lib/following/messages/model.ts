import type { Author } from '#lib/vocabulary.ts';

// What may be done with a message that AURA is to have. Sending one is unsafe to repeat, so after a lost answer
// AURA's own list is read first. Pure; time is passed in.

/** After this long a message is not sent any more: what was true of a place or a danger is not true now. */
export const MESSAGE_EXPIRY_MS = 10 * 60_000;

/** How long after it was sent a request that we gave up may still arrive and be carried out. */
export const STRAY_MESSAGE_MS = 10_000;

export type MessageSituation = {
  writtenAt: Date;
  lastAttemptAt: Date | null;
  outcomeUnknownSince: Date | null;
};

export type MessageStep =
  | { kind: 'attempt' }
  | { kind: 'settle' }
  /** A request may still be on its way to AURA; looking now would miss it. */
  | { kind: 'wait'; until: Date }
  | { kind: 'too_late' };

/** What to do with the oldest message that AURA does not have. */
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

/**
 * A message as AURA's control room reads it. AURA knows one source for what we send, *customer*, so the text
 * itself says when somebody else writes; a person's own words cannot pass for Vigil's.
 */
export function wireText(author: Author, text: string): string {
  if (author === 'operator') return `Vigil operator: ${text}`;
  if (author === 'vigil') return `Vigil, automatically: ${text}`;
  // Joiners belong to some scripts and to emoji, and are not seen in a word.
  const asRead = text.replaceAll(/[\u200C\u200D]/g, '');
  return /^\W*vigil/im.test(asRead) ? `Customer: ${text.replaceAll('\n', ' / ')}` : text;
}

/** Whether AURA's text is the one that we sent; spaces may have changed on the way. */
function isSameText(sent: string, heard: string): boolean {
  return squeezed(sent) === squeezed(heard);
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

export type AuraMessage = { eventId: number; text: string; isFromCustomer: boolean };
export type Unconfirmed = { id: string; wire: string };

type Said = { eventId: number; saidAt: Date | null };

/** The order in which things were said at AURA: by its own times, and by its numbers where it tells none. */
export function inOrderSaid<Message extends Said>(heard: readonly Message[]): Message[] {
  const byNumber = heard.toSorted((one, other) => one.eventId - other.eventId);
  // One without a time stands where its neighbours stand.
  let latestMs = Number.NEGATIVE_INFINITY;
  const timed = byNumber.map((message) => {
    latestMs = message.saidAt?.getTime() ?? latestMs;
    return { message, atMs: latestMs };
  });
  return timed.toSorted((one, other) => compare(one.atMs, other.atMs)).map(({ message }) => message);
}

const compare = (one: number, other: number) => (one === other ? 0 : one < other ? -1 : 1);

/**
 * Which of AURA's messages are ours, by the id of ours, and which are new to us. Only messages that may have
 * arrived are passed as `unconfirmed`, oldest first; each is matched once, so two equal texts need two events.
 */
export function matchMessages<Message extends AuraMessage>(
  heard: readonly Message[],
  known: ReadonlySet<number>,
  unconfirmed: readonly Unconfirmed[],
): { ours: { id: string; eventId: number }[]; theirs: Message[] } {
  const open = [...unconfirmed];
  const seen = new Set(known);
  const ours: { id: string; eventId: number }[] = [];
  const theirs: Message[] = [];
  for (const message of heard) {
    if (seen.has(message.eventId)) continue;
    seen.add(message.eventId);
    const index = message.isFromCustomer ? open.findIndex(({ wire }) => isSameText(wire, message.text)) : -1;
    const [match] = index < 0 ? [] : open.splice(index, 1);
    if (match) ours.push({ id: match.id, eventId: message.eventId });
    else theirs.push(message);
  }
  return { ours, theirs };
}
