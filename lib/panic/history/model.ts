import type { Kind, PressState, Stage } from '#lib/vocabulary.ts';
import type { Ended, History, HistoryLine } from './schema.ts';

// A person's past alarms as one list: callouts, and presses of which there is none. Pure.

type Dated = {
  at: Date;
  /** Microseconds since 1970: what the database compares by. */
  micros: string;
  kind: Kind;
};
type PastCallout = Dated & {
  calloutId: number;
  stage: Stage;
  /** The furthest before the close, where one is known. */
  before: Stage | null;
  isClosed: boolean;
  isSaidSafe: boolean;
};
export type PastPress = Dated & { pressId: string; state: PressState };

export const PAGE_SIZE = 20;

/**
 * The newest of both, one page. `safeSince`: since when the person is said to be safe, with a callout still open. Of what they
 * pressed after it no more is told, as that may reveal whether the code was right.
 */
export function pageOf(
  callouts: readonly PastCallout[],
  presses: readonly PastPress[],
  safeSince: Date | null,
): History {
  const isHidden = ({ at }: PastPress) => safeSince !== null && at >= safeSince;
  const lines = [
    ...callouts.map((callout) => sorted(callout, ofCallout(callout))),
    ...presses
      .filter((press) => press.state !== 'delivered' || isHidden(press))
      .map((press) => sorted(press, ofPress(press, isHidden(press)))),
  ].toSorted(newestFirst);
  const shown = lines.slice(0, PAGE_SIZE);
  const last = lines.length > PAGE_SIZE ? shown.at(-1) : undefined;
  return { lines: shown.map(({ line }) => line), next: last ? cursorOf(last) : null };
}

type Sorted = { micros: bigint; line: HistoryLine };

function sorted({ micros }: Dated, line: HistoryLine): Sorted {
  return { micros: BigInt(micros), line };
}

/** Of the same instant callouts come before presses, and the greater id first: as the statements have it. */
function newestFirst(one: Sorted, other: Sorted): number {
  if (one.micros !== other.micros) return one.micros > other.micros ? -1 : 1;
  const [a, b] = [one.line, other.line];
  if (a.calloutId !== null && b.calloutId !== null) return b.calloutId - a.calloutId;
  if (a.calloutId !== null) return -1;
  if (b.calloutId !== null) return 1;
  return a.key < b.key ? 1 : -1;
}

function cursorOf({ micros, line }: Sorted): string {
  return `${micros}_${line.key}`;
}

function ofCallout(callout: PastCallout): HistoryLine {
  const { calloutId, at, kind } = callout;
  return { key: `c${calloutId}`, at: at.toISOString(), kind, calloutId, ended: endOf(callout) };
}

function endOf({ isSaidSafe, isClosed, stage, before }: PastCallout): Ended {
  if (isSaidSafe) return { how: 'safe' };
  return isClosed
    ? { how: 'closed', before: before && before !== 'closed' ? before : 'raised' }
    : { how: 'open', stage };
}

function ofPress({ pressId, at, kind, state }: PastPress, isHidden: boolean): HistoryLine {
  const ended: Ended = isHidden || state === 'delivered' ? { how: 'pressed' } : { how: 'not_sent', state };
  return { key: `p${pressId}`, at: at.toISOString(), kind, calloutId: null, ended };
}
