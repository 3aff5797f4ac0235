// How AURA is asked about open callouts: how often, and about which by themselves. Pure; time is passed in.

export const QUICK_MS = 5_000;
export const SLOW_MS = 20_000;
/** While AURA does not answer, rounds become rarer up to this. */
export const RAREST_MS = 40_000;

/** A page that is open says so at most this often, and counts as open for twice that and more. */
export const WATCH_AGAIN_MS = 10_000;
export const WATCHED_FOR_MS = 30_000;

/** Something that changed lately is likely to change again. */
export const MOVING_FOR_MS = 120_000;

/** Asked about side by side: what one slow answer may hold up. */
export const SIDE_BY_SIDE = 16;
/** Read at once because of a change, in one go. */
const CHANGED_AT_ONCE = 50;

/** Of the budget of calls, how much goes to reading callouts in turn, and how much to their conversations. */
const SHARE_OF_READS = 0.6;
const SHARE_OF_TALKS = 0.2;

/** How many callouts may be read in turn in a second; the rest of the budget is for lists and for causes. */
export function readsASecond(callsAMinute: number): number {
  return (callsAMinute / 60) * SHARE_OF_READS;
}

/** Milliseconds between two rounds over conversations, each of which reads `aRound` of them. */
export function talksEveryMs(callsAMinute: number, aRound: number): number {
  return Math.max(1_000, (aRound * 60_000) / (callsAMinute * SHARE_OF_TALKS));
}

/**
 * Since when a conversation must not have been asked about to be in this round's turn. A round takes the watched
 * first, so that they alone would be read while there are many: every third is for those left out for long.
 */
export function unaskedSince(round: number, everyMs: number, now: Date): Date {
  const isForAll = round % 3 === 2;
  return new Date(now.getTime() - (isForAll ? Math.max(LEFT_OUT_MS, 3 * everyMs) : everyMs / 2));
}
/** Longer than a round of all that are watched takes. */
const LEFT_OUT_MS = 300_000;

/** Milliseconds from one round to the next. */
export function roundEveryMs(isQuick: boolean, failedRounds: number): number {
  const base = isQuick ? QUICK_MS : SLOW_MS;
  return Math.min(base * 2 ** Math.min(failedRounds, 10), RAREST_MS);
}

export type Followed = {
  id: number;
  /** When it was last asked for by itself; null when the list showed a change since. */
  detailAt: Date | null;
  isWatched: boolean;
  /** AURA shows it no more, or not everywhere: its end is near, and is seen only by asking. */
  isDoubtful: boolean;
};

/** Those that the list showed to have changed: read at once. */
export function readAtOnce(open: readonly Followed[]): number[] {
  const changed = open.filter(({ detailAt }) => detailAt === null);
  return changed.slice(0, CHANGED_AT_ONCE).map(({ id }) => id);
}

/**
 * Those whose turn it is among the others, `most` of them, each no sooner than `everyMs` after the last time. Who
 * waits longest comes first, where a second counts more for those that somebody looks at or that are in doubt: they
 * come more often, and nobody is left out. How many are read never depends on who watches.
 */
export function readInTurn(open: readonly Followed[], now: Date, everyMs: number, most: number): number[] {
  const waitedMs = ({ detailAt }: Followed) => (detailAt ? now.getTime() - detailAt.getTime() : -1);
  return open
    .filter((each) => waitedMs(each) >= everyMs)
    .sort((one, other) => waitedMs(other) * weightOf(other) - waitedMs(one) * weightOf(one))
    .slice(0, Math.max(0, Math.floor(most)))
    .map(({ id }) => id);
}

/** The heaviest: whoever else is open waits at most so many times as long as if all counted the same. */
export const HEAVIEST = 8;

function weightOf({ isWatched, isDoubtful }: Followed): number {
  if (isDoubtful) return HEAVIEST;
  return isWatched ? 4 : 1;
}

export type Listed = {
  id: number;
  rawStatus: string | null;
  /** Its text when it last was on the list; '' when it had none there, null when it never was. */
  listedStatus: string | null;
};

/**
 * What AURA's list says of the open callouts: which still read as before, which read differently, and which are
 * not on it. No text is ''.
 */
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
