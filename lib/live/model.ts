import type { Followed } from './schema.ts';

/** Polling without a stream: with the poller's interval, a page is at most five seconds behind AURA. */
const FAST_MS = 1_500;
/** Polling beside a stream: for missed changes and for what changes by time alone. */
const SLOW_MS = 5_000;
/** Polling of what is closed: only an operator or a late answer of AURA's changes it. */
export const CLOSED_MS = 30_000;

export function pollEveryMs(isLive: boolean): number {
  return isLive ? SLOW_MS : FAST_MS;
}

/** Whether a query that follows these topics is affected by a change of `topic`. */
export function isFollowed(followed: readonly Followed[], topic: string): boolean {
  const [kind, id] = topic.split(':', 2);
  // The page of one callout shows its ages and position; a list of all does not follow each.
  const single = kind === 'age' ? `callout:${id}` : topic;
  return followed.some((each) => each === topic || each === single || each === `${kind}:*`);
}
