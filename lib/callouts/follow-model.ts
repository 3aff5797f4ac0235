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

/** Callouts read by themselves in one round, and how many of these without a cause. */
export const READS_A_ROUND = 20;
export const ROUTINE_READS_A_ROUND = 10;

/** Milliseconds from one round to the next. */
export function roundEveryMs(isQuick: boolean, failedRounds: number): number {
  const base = isQuick ? QUICK_MS : SLOW_MS;
  return Math.min(base * 2 ** Math.min(failedRounds, 10), RAREST_MS);
}

export type Followed = {
  id: number;
  /** When it was last read by itself; null when the list showed a change since. */
  detailAt: Date | null;
  isWatched: boolean;
};

/**
 * Whom to read by itself in a round, most urgent first: those that the list showed to have changed, then those
 * that were not read for a round, the watched before the others and the longest unread before the rest. The
 * number depends on how many callouts are open and never on how many people watch.
 */
export function readsOfRound(open: readonly Followed[], now: Date, everyMs: number): number[] {
  const changed = open.filter(({ detailAt }) => detailAt === null);
  const before = now.getTime() - everyMs;
  const routine = open
    .filter(({ detailAt }) => detailAt !== null && detailAt.getTime() <= before)
    .sort(byUrgency)
    .slice(0, ROUTINE_READS_A_ROUND);
  return [...changed, ...routine].slice(0, READS_A_ROUND).map(({ id }) => id);
}

function byUrgency(one: Followed, other: Followed): number {
  if (one.isWatched !== other.isWatched) return one.isWatched ? -1 : 1;
  return (one.detailAt?.getTime() ?? 0) - (other.detailAt?.getTime() ?? 0);
}

export type Listed = {
  id: number;
  rawStatus: string | null;
  /** Its text in the list when it last was on it; '' when it had none there. */
  listedStatus: string | null;
};

/**
 * What AURA's list says of the open callouts: which still read as before, which read differently, and which
 * were on it and are not any more. One that was never listed is left to be read by itself; no text is ''.
 */
export function compareWithList(
  open: readonly Listed[],
  list: ReadonlyMap<number, string | null>,
): { same: number[]; changed: { id: number; status: string }[]; gone: number[] } {
  const same: number[] = [];
  const changed: { id: number; status: string }[] = [];
  const gone: number[] = [];
  for (const { id, rawStatus, listedStatus } of open) {
    const status = list.has(id) ? (list.get(id) ?? '') : undefined;
    if (status === undefined) {
      if (listedStatus !== null) gone.push(id);
    } else if (status === (listedStatus ?? rawStatus)) same.push(id);
    else changed.push({ id, status });
  }
  return { same, changed, gone };
}
