import type { Message } from '#lib/following/messages/answers.ts';

// Messages of the control room not yet seen on this device.

type Kept = Pick<Storage, 'getItem' | 'setItem'>;

/** Unseen messages, oldest first. */
export function unseenOf(messages: readonly Message[], seen: ReadonlySet<string>): Message[] {
  return messages.filter(({ id, author }) => author === 'control_room' && !seen.has(id));
}

/** Seen ids from storage; empty where storage is unavailable. */
export function seenIn(storage: () => Kept, calloutId: number): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(storage().getItem(keyOf(calloutId)) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []);
  } catch {
    // Blocked or foreign content: showing a message again is better than not at all.
    return new Set();
  }
}

export function keepSeen(storage: () => Kept, calloutId: number, seen: ReadonlySet<string>): void {
  try {
    storage().setItem(keyOf(calloutId), JSON.stringify([...seen]));
  } catch {
    // Blocked or full: the notice appears again on the next visit.
  }
}

function keyOf(calloutId: number): string {
  return `vigil.seen.${calloutId}`;
}
