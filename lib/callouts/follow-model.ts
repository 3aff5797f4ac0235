// How often open callouts are read from AURA, and which of them singly. Pure; time is passed in.

export const QUICK_MS = 5_000;
export const SLOW_MS = 20_000;
/** Upper bound of the poller's backoff while AURA does not answer. */
export const MAX_PAUSE_MS = 40_000;

/** An open page reports itself at most this often, and counts as open for a bit more than twice that. */
export const WATCH_AGAIN_MS = 10_000;
export const WATCHED_FOR_MS = 30_000;

/** A callout that changed within this time is polled at the fast rate. */
export const MOVING_FOR_MS = 120_000;

/** Concurrent single reads. */
export const CONCURRENCY = 16;
/** Batch size for changed callouts. */
const CHANGED_AT_ONCE = 50;

/** Shares of the rate limit: single reads in turn, and conversations. */
const SINGLE_READ_SHARE = 0.6;
const CONVERSATION_SHARE = 0.2;

/** Single reads per second; the rest of the budget is for lists and for reads with a cause. */
export function readsPerSecond(callsAMinute: number): number {
  return (callsAMinute / 60) * SINGLE_READ_SHARE;
}

/** Milliseconds between two rounds that read `aRound` conversations each. */
export function conversationIntervalMs(callsAMinute: number, aRound: number): number {
  return Math.max(1_000, (aRound * 60_000) / (callsAMinute * CONVERSATION_SHARE));
}

/**
 * Conversations read before this instant are in the round. Every third round keeps the unwatched ones from starving.
 */
export function unreadSince(round: number, everyMs: number, now: Date): Date {
  const isForAll = round % 3 === 2;
  return new Date(now.getTime() - (isForAll ? Math.max(STARVING_AFTER_MS, 3 * everyMs) : everyMs / 2));
}
/** Longer than a round over all watched conversations. */
const STARVING_AFTER_MS = 300_000;

/** Pause between two rounds in ms, with exponential backoff after failed rounds. */
export function roundIntervalMs(isQuick: boolean, failedRounds: number): number {
  const base = isQuick ? QUICK_MS : SLOW_MS;
  return Math.min(base * 2 ** Math.min(failedRounds, 10), MAX_PAUSE_MS);
}

export type Followed = {
  id: number;
  /** When it was last read singly; null when the list showed a change since. */
  detailAt: Date | null;
  isWatched: boolean;
  /** Missing from AURA's list, or reported inconsistently: its end is near, and only a single read shows it. */
  isDoubtful: boolean;
};

/** Callouts that the list showed to have changed. */
export function readAtOnce(open: readonly Followed[]): number[] {
  const changed = open.filter(({ detailAt }) => detailAt === null);
  return changed.slice(0, CHANGED_AT_ONCE).map(({ id }) => id);
}

/**
 * Up to `most` of the others, none read within `everyMs`; longest wait first, weighted for watched and doubtful ones.
 */
export function readInTurn(open: readonly Followed[], now: Date, everyMs: number, most: number): number[] {
  const waitedMs = ({ detailAt }: Followed) => (detailAt ? now.getTime() - detailAt.getTime() : -1);
  return open
    .filter((each) => waitedMs(each) >= everyMs)
    .sort((one, other) => waitedMs(other) * weightOf(other) - waitedMs(one) * weightOf(one))
    .slice(0, Math.max(0, Math.floor(most)))
    .map(({ id }) => id);
}

/** The largest weight: bounds how much longer an unwatched callout waits. */
export const HEAVIEST = 8;

function weightOf({ isWatched, isDoubtful }: Followed): number {
  if (isDoubtful) return HEAVIEST;
  return isWatched ? 4 : 1;
}

export type Listed = {
  id: number;
  rawStatus: string | null;
  /** Status when it last was on the list; '' when the list gave none, null when it never was listed. */
  listedStatus: string | null;
};

/** Compares AURA's list with the open callouts: unchanged, changed, and absent ones. A missing text counts as ''. */
export function compareWithList(
  open: readonly Listed[],
  list: ReadonlyMap<number, { rawStatus: string | null }>,
): { same: number[]; changed: { id: number; status: string }[]; absent: number[] } {
  const same: number[] = [];
  const changed: { id: number; status: string }[] = [];
  const absent: number[] = [];
  for (const { id, rawStatus, listedStatus } of open) {
    const listed = list.get(id);
    if (!listed) {
      absent.push(id);
      continue;
    }
    const status = listed.rawStatus ?? '';
    if (status === (listedStatus ?? rawStatus)) same.push(id);
    else changed.push({ id, status });
  }
  return { same, changed, absent };
}
