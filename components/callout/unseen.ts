import type { Message } from '#lib/following/messages/schema.ts';

// Which messages of the control room somebody has yet to see on this device. Pure, but for what is kept.

type Kept = Pick<Storage, 'getItem' | 'setItem'>;

/** The messages of AURA's control room that are not among those seen, the oldest first. */
export function unseenOf(messages: readonly Message[], seen: ReadonlySet<string>): Message[] {
  return messages.filter(({ id, author }) => author === 'control_room' && !seen.has(id));
}

/** What was seen here before; nothing where the browser keeps nothing. */
export function seenIn(storage: () => Kept, calloutId: number): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(storage().getItem(keyOf(calloutId)) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []);
  } catch {
    // Storage that is blocked, or holds what another page wrote: shown once more is better than not at all.
    return new Set();
  }
}

export function keepSeen(storage: () => Kept, calloutId: number, seen: ReadonlySet<string>): void {
  try {
    storage().setItem(keyOf(calloutId), JSON.stringify([...seen]));
  } catch {
    // Blocked or full: the notice comes again with the next visit.
  }
}

function keyOf(calloutId: number): string {
  return `vigil.seen.${calloutId}`;
}
