// Messages to live pages: only what to read again. Safe for the browser.

/** One thing that may change, such as `callout:42`; `age:42` where only an age or the position of that callout did. */
export type Topic = `${'callout' | 'age' | 'press' | 'attention'}:${number | string}`;
/** What a query follows: one topic, or with `*` all of a kind. */
export type Followed = Topic | 'callout:*' | 'age:*' | 'press:*' | 'attention:*';

/** Names of the events on the stream. */
export const streamEvents = {
  /** Every change from now on is sent; earlier ones may be missed. */
  live: 'live',
  /** The server receives no changes at present: poll. */
  lost: 'lost',
  /** The data is a {@link Topic}. */
  change: 'change',
  /** Heartbeat. */
  beat: 'beat',
} as const;

/** Heartbeat interval of a stream. */
export const HEARTBEAT_MS = 2_000;

/** The `meta` of a query that is read again when one of these changes. */
export function follows(...followed: Followed[]): { follows: readonly Followed[] } {
  return { follows: followed };
}

/** The topics in a query's `meta`. */
export function followedIn(meta: unknown): readonly Followed[] {
  return isFollowing(meta) ? meta.follows : [];
}

function isFollowing(meta: unknown): meta is { follows: readonly Followed[] } {
  return typeof meta === 'object' && meta !== null && 'follows' in meta && Array.isArray(meta.follows);
}
