/** Parts of a callout's page that a key leads to; the ids of their elements. */
export const calloutParts = ['messages', 'note', 'profile', 'cancel'] as const;
export type CalloutPart = (typeof calloutParts)[number];

export type Shortcut =
  | 'next'
  | 'previous'
  | 'acknowledge'
  | 'call'
  | 'assign'
  | 'everything'
  | 'search'
  | 'customer'
  | 'customers'
  | 'help'
  | CalloutPart;

type Pressed = {
  key: string;
  /** Control, Alt or Meta is held: a browser shortcut. */
  isModified: boolean;
  /** The focus is in a text field or dialog. */
  isElsewhere: boolean;
  /** The focus is on one of the navigable rows. */
  isOnStop: boolean;
};

const LETTERS: ReadonlyMap<string, Shortcut> = new Map([
  ['j', 'next'],
  ['k', 'previous'],
  ['a', 'acknowledge'],
  ['c', 'call'],
  ['s', 'assign'],
  ['m', 'messages'],
  ['w', 'note'],
  ['p', 'profile'],
  ['x', 'cancel'],
  ['r', 'customer'],
  ['f', 'customers'],
  ['e', 'everything'],
  ['/', 'search'],
  ['?', 'help'],
]);
/** Outside rows, arrow keys scroll. */
const ARROWS: ReadonlyMap<string, Shortcut> = new Map([
  ['ArrowDown', 'next'],
  ['ArrowUp', 'previous'],
]);

export const SHORTCUT_WORDS: readonly { keys: readonly string[]; words: string }[] = [
  { keys: ['j', '↓'], words: 'Next row' },
  { keys: ['k', '↑'], words: 'Row before' },
  { keys: ['Enter'], words: 'Open the callout of the row, or the person of a press' },
  { keys: ['a'], words: 'Acknowledge the row, or the callout of the page' },
  { keys: ['s'], words: 'Assign it' },
  { keys: ['c'], words: 'Call its person' },
  { keys: ['m'], words: 'Write a message to its person' },
  { keys: ['w'], words: 'Write a note about it' },
  { keys: ['p'], words: 'Its medical and contact profile' },
  { keys: ['x'], words: 'Cancel it, after a question' },
  { keys: ['r'], words: 'Its customer, to renew or to see the history' },
  { keys: ['f'], words: 'Find a customer' },
  { keys: ['e'], words: 'Show the whole list' },
  { keys: ['g n'], words: 'Go to the newest alarm, on every page' },
  { keys: ['/'], words: 'Search on this page' },
  { keys: ['?'], words: 'This list' },
];

const ELSEWHERE = 'input, textarea, select, [contenteditable], [role="dialog"]';

/** Whether keys are typed into something that wants them itself. */
export function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(ELSEWHERE) !== null;
}

export type KeyAt = { key: string; atMs: number } | null;

/** Longer, and the first key was not meant as the beginning of two. */
const BETWEEN_MS = 1_500;

/** Whether two keys in a row are `g n`. */
export function leadsToNewest(before: KeyAt, pressed: NonNullable<KeyAt>): boolean {
  return before?.key === 'g' && pressed.key === 'n' && pressed.atMs - before.atMs <= BETWEEN_MS;
}

/** The part of a callout's page that an address is about. */
export function partIn(hash: string): CalloutPart | null {
  return calloutParts.find((part) => `#${part}` === hash) ?? null;
}

export function shortcutOf({ key, isModified, isElsewhere, isOnStop }: Pressed): Shortcut | null {
  if (isModified || isElsewhere) return null;
  return LETTERS.get(key) ?? (isOnStop ? ARROWS.get(key) : undefined) ?? null;
}

/** Index of the next row after the focused (or last focused) one; null in an empty list. */
export function rowAfter(
  step: 1 | -1,
  at: { focused: number | null; last: number },
  count: number,
): number | null {
  if (count === 0) return null;
  // The next row moved into the removed row's index.
  const wanted = at.focused === null ? at.last : at.focused + step;
  return Math.min(count - 1, Math.max(0, wanted));
}
