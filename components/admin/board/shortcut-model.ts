// What a key does on the board. Pure.

export type Shortcut = 'next' | 'previous' | 'acknowledge' | 'search' | 'help';

type Pressed = {
  key: string;
  /** Control, Alt or Meta: the browser's own shortcuts. */
  isModified: boolean;
  /** What has the focus takes letters, or asks a question. */
  isElsewhere: boolean;
  /** What has the focus is one of the things that are moved between. */
  isOnStop: boolean;
};

const LETTERS: ReadonlyMap<string, Shortcut> = new Map([
  ['j', 'next'],
  ['k', 'previous'],
  ['a', 'acknowledge'],
  ['/', 'search'],
  ['?', 'help'],
]);
/** Elsewhere these scroll the page. */
const ARROWS: ReadonlyMap<string, Shortcut> = new Map([
  ['ArrowDown', 'next'],
  ['ArrowUp', 'previous'],
]);

export const SHORTCUT_WORDS: readonly { keys: readonly string[]; words: string }[] = [
  { keys: ['j', '↓'], words: 'Next row' },
  { keys: ['k', '↑'], words: 'Row before' },
  { keys: ['Enter'], words: 'Open the callout of the row, or call the person' },
  { keys: ['a'], words: 'Acknowledge the row' },
  { keys: ['/'], words: 'Search' },
  { keys: ['?'], words: 'This list' },
];

export function shortcutOf({ key, isModified, isElsewhere, isOnStop }: Pressed): Shortcut | null {
  if (isModified || isElsewhere) return null;
  return LETTERS.get(key) ?? (isOnStop ? ARROWS.get(key) : undefined) ?? null;
}

/** Which of `count` rows comes then, from the one that has the focus, or had it last; null when there is none. */
export function rowAfter(
  step: 1 | -1,
  at: { focused: number | null; last: number },
  count: number,
): number | null {
  if (count === 0) return null;
  // What was taken up has left its place to the next one.
  const wanted = at.focused === null ? at.last : at.focused + step;
  return Math.min(count - 1, Math.max(0, wanted));
}
