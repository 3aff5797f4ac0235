import { bucketOf } from '#lib/upstream/duration-buckets.ts';

/** Attempts of one operation in one minute, with one outcome and duration bucket. */
export type CallCount = {
  minute: string;
  operation: string;
  outcome: string;
  bucketMs: number;
  attempts: number;
};

export type DriftCount = {
  operation: string;
  name: string;
  firstSeenAt: string;
  lastSeenAt: string;
  times: number;
};

export type Counted = { calls: CallCount[]; drift: DriftCount[] };

/** In-memory counts with bounded size, however long the database is away. */
export type AuraTally = {
  noteAttempt: (attempt: { operation: string; outcome: string; durationMs: number }, at: Date) => void;
  noteDrift: (operation: string, names: readonly string[], at: Date) => void;
  /** Removes and returns everything, sorted, so that concurrent flushes do not deadlock. */
  take: () => Counted;
  /** Restores after a failed flush. */
  putBack: (counted: Counted) => void;
  isEmpty: () => boolean;
};

const MINUTE_MS = 60_000;
/** A few hours of a busy or misbehaving AURA. */
const MAX_CALLS = 5_000;
const MAX_NAMES = 500;

export function createAuraTally(): AuraTally {
  const calls = new Map<string, CallCount>();
  const drift = new Map<string, DriftCount>();

  function addCall(more: CallCount): void {
    const key = `${more.minute} ${more.operation} ${more.outcome} ${String(more.bucketMs).padStart(6, '0')}`;
    const known = calls.get(key);
    if (known) known.attempts += more.attempts;
    // Evict the oldest.
    else makeRoom(calls, MAX_CALLS).set(key, { ...more });
  }

  function addDrift(more: DriftCount): void {
    const key = `${more.operation} ${more.name}`;
    const known = drift.get(key);
    if (known) {
      known.times += more.times;
      known.lastSeenAt = later(known.lastSeenAt, more.lastSeenAt);
      known.firstSeenAt = earlier(known.firstSeenAt, more.firstSeenAt);
    } else if (drift.size < MAX_NAMES) drift.set(key, { ...more });
  }

  return {
    noteAttempt: ({ operation, outcome, durationMs }, at) =>
      addCall({
        minute: new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS).toISOString(),
        operation,
        outcome,
        bucketMs: bucketOf(durationMs),
        attempts: 1,
      }),
    noteDrift: (operation, names, at) => {
      const seenAt = at.toISOString();
      for (const name of names)
        addDrift({ operation, name, firstSeenAt: seenAt, lastSeenAt: seenAt, times: 1 });
    },
    take: () => {
      const counted = { calls: inOrder(calls), drift: inOrder(drift) };
      calls.clear();
      drift.clear();
      return counted;
    },
    putBack: (counted) => {
      counted.calls.forEach(addCall);
      counted.drift.forEach(addDrift);
    },
    isEmpty: () => calls.size === 0 && drift.size === 0,
  };
}

function makeRoom<Value>(counts: Map<string, Value>, most: number): Map<string, Value> {
  const [oldest] = counts.keys();
  if (counts.size >= most && oldest !== undefined) counts.delete(oldest);
  return counts;
}

function inOrder<Value>(counts: ReadonlyMap<string, Value>): Value[] {
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, value]) => value);
}

// ISO instants sort as text.
const later = (one: string, other: string) => (one > other ? one : other);
const earlier = (one: string, other: string) => (one < other ? one : other);
