import type { Followed } from './schema.ts';

/** Asking while nothing is told: with the poller's own pace this keeps a page within five seconds of AURA. */
const FAST_MS = 1_500;
/** Asking beside a line that tells: for what it missed, and for what only time changes. */
const SLOW_MS = 5_000;

/** How often a page asks by itself. */
export function pollEveryMs(isLive: boolean): number {
  return isLive ? SLOW_MS : FAST_MS;
}

/** Whether a query that follows these is to be read again when `topic` changed. */
export function isFollowed(followed: readonly Followed[], topic: string): boolean {
  const kind = topic.split(':', 1)[0];
  return followed.some((each) => each === topic || each === `${kind}:*`);
}
