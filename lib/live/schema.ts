// What a live page is told: only which things are to be read again. Safe for the browser.

/** One thing that may change, such as `callout:42`. */
export type Topic = `${'callout' | 'press' | 'attention'}:${number | string}`;
/** What a query follows: one thing, or with `*` all of a kind. */
export type Followed = Topic | 'callout:*' | 'press:*' | 'attention:*';

/** The names of the events on the stream of changes. */
export const lineEvents = {
  /** From here on every change is told; what came before may have been missed. */
  live: 'live',
  /** The server does not hear of changes at present: ask. */
  lost: 'lost',
  /** The data is a {@link Topic}. */
  change: 'change',
  /** Nothing happened, and the line stands. */
  beat: 'beat',
} as const;

/** How often a line without news says that it stands. */
export const BEAT_MS = 2_000;

/** What a query says of itself, in its `meta`, to be read again when it changed. */
export function follows(...followed: Followed[]): { follows: readonly Followed[] } {
  return { follows: followed };
}

/** What a query follows by its `meta`; nothing when it did not say. */
export function followedIn(meta: unknown): readonly Followed[] {
  return isFollowing(meta) ? meta.follows : [];
}

function isFollowing(meta: unknown): meta is { follows: readonly Followed[] } {
  return typeof meta === 'object' && meta !== null && 'follows' in meta && Array.isArray(meta.follows);
}
