import type { Fix } from '#lib/geo/model.ts';
import type { Kind } from '#lib/vocabulary.ts';
import type { Commit } from './commit.ts';
import type { JournalEntry } from './entry.ts';
import type {
  ActiveCallout,
  AuraCallout,
  CreatedCallout,
  CreateOutcome,
  Known,
  LeasedPress,
  Moment,
  OtherPress,
  Press,
  Whereabouts,
} from './press.ts';

// The protocol as steps: a state is what is to be done next, and what follows from each answer. Nothing here does it.

type Effect<Asked, Answer> = { asked: Asked; answer: Answer };

/** All that the protocol can want done, and what it hears of it. */
type Catalogue = {
  // the database
  /**
   * The press for the first time, or null when the id is there. `isBegun`: in this process's hands, its first attempt
   * begun; it is given as it was before that.
   */
  insert: Effect<{ press: Press; isBegun: boolean }, Press | LeasedPress | null>;
  find: Effect<{ pressId: string }, Press | null>;
  /** For exactly one process at a time, due or not; null when it is settled or somebody has it. */
  claim: Effect<{ pressId: string }, LeasedPress | null>;
  /** The press after the write; null when it was refused. */
  commit: Effect<Commit, Press | null>;
  /** The same, with the callout kept in the same moment; both or neither. */
  settle: Effect<{ commit: Commit; created: CreatedCallout; callout: AuraCallout | null }, Press | null>;
  /**
   * The first of these writes that is not refused; unless it is the first of all, the callout is kept with it. `isNews`:
   * nothing is written when the callout has become known meanwhile.
   */
  link: Effect<{ reopen: Commit; deliver: Commit; created: CreatedCallout; isNews: boolean }, null>;
  keepCallout: Effect<CreatedCallout, null>;
  others: Effect<{ pressId: string; personId: string; calloutId: number }, readonly OtherPress[]>;
  known: Effect<{ calloutId: number }, Known>;
  owners: Effect<{ calloutIds: readonly number[] }, ReadonlyMap<number, string>>;
  /** The position that a repeat brought, where that is the better one: see `bettering`. */
  better: Effect<{ pressId: string; fix: Fix }, Bettered | null>;
  /** Presses that a callout made then, of which nobody told us, may come from; newest first. */
  unlinked: Effect<{ personId: string; madeAt: Date }, readonly Press[]>;
  /** A press of the journal goes into the database: see `recover.ts`. */
  recover: Effect<{ entry: JournalEntry; created: CreatedCallout | null }, Bettered | null>;
  // AURA
  create: Effect<{ customerId: number; kind: Kind; where: Whereabouts }, CreateOutcome>;
  keptPlace: Effect<{ customerId: number }, { predefinedLocationId: number } | 'none' | null>;
  list: Effect<null, { active: readonly ActiveCallout[]; isWhole: boolean } | null>;
  cancel: Effect<{ calloutId: number }, boolean>;
  // the journal of this machine: read, changed and written while nobody else here does
  entry: Effect<EntryChange, Journalled>;
  /** The entry is removed, if it is still that: another may have come while the database was slow. */
  forget: Effect<{ pressId: string; kept: JournalEntry }, null>;
  /** This process sends the held press no more by itself. */
  letGo: Effect<{ pressId: string }, null>;
  /** What this process hands over of the press at this moment has come to an end. */
  underWay: Effect<{ pressId: string }, null>;
  // what nobody waits for
  /** AURA's callout may have to be moved to where the press was. */
  place: Effect<Placing, null>;
};

/** A press as it was before its better position; with the callout that AURA raised at the earlier one, if any. */
export type Bettered = { before: Fix | null; calloutId: number | null };
/** The press is somebody else's, as the database or the journal knows; or nobody has it. */
export type NotTheirs = { kind: 'not_theirs'; knownBy: 'database' | 'journal' | null };

export type EntryChange = {
  pressId: string;
  /** Null leaves it as it is. */
  change: (kept: JournalEntry | null, moment: Moment) => JournalEntry | null;
  /** What cannot be read counts as not there: it must not stop a press. */
  isUnreadableAbsent: boolean;
};
/** The entry as it is now; `isKept` when the disk has it so. */
export type Journalled = { before: JournalEntry | null; entry: JournalEntry | null; isKept: boolean };
export type Placing =
  | { kind: 'settled'; fix: Fix | null; callout: AuraCallout; before: Fix | null; wasFirstAttempt: boolean }
  | { kind: 'linked'; pressId: string; callout: AuraCallout }
  | { kind: 'bettered'; calloutId: number; before: Fix | null; fix: Fix };

export type EffectKind = keyof Catalogue;
export type Asked<Kind extends EffectKind> = Catalogue[Kind]['asked'];
export type Answer<Kind extends EffectKind> = Catalogue[Kind]['answer'];

/** One effect that is wanted, and what follows: from its answer, and from there being none. */
export type Waiting<Kind extends EffectKind, Result> = {
  kind: Kind;
  asked: Asked<Kind>;
  onAnswer: (answer: Answer<Kind>, moment: Moment) => Next<Result>;
  /** The database or disk did not answer: whether it did the work is not known. Absent: nothing follows. */
  onSilence?: (moment: Moment) => Next<Result>;
};

export type Next<Result> =
  | { kind: 'done'; result: Result }
  | { [Kind in EffectKind]: Waiting<Kind, Result> }[EffectKind];

export function done<Result>(result: Result): { kind: 'done'; result: Result } {
  return { kind: 'done', result };
}

export function ask<Kind extends EffectKind, Result>(
  kind: Kind,
  asked: Asked<Kind>,
  onAnswer: Waiting<Kind, Result>['onAnswer'],
  onSilence?: Waiting<Kind, Result>['onSilence'],
): Waiting<Kind, Result> {
  return onSilence ? { kind, asked, onAnswer, onSilence } : { kind, asked, onAnswer };
}

/** State + event → state: the event is the answer to what the state waits for, and the moment at which it came. */
export function decide<Kind extends EffectKind, Result>(
  state: Waiting<Kind, Result>,
  answer: Answer<Kind>,
  moment: Moment,
): Next<Result> {
  return state.onAnswer(answer, moment);
}

/** The one chain of steps after the other. */
export function andThen<First, Result>(
  next: Next<First>,
  moment: Moment,
  follow: (result: First, moment: Moment) => Next<Result>,
): Next<Result> {
  if (next.kind === 'done') return follow(next.result, moment);
  // The compiler cannot see that kind, question and continuation, taken from one state, still belong together.
  const { onAnswer, onSilence } = next as Waiting<EffectKind, First>;
  const chained: Waiting<EffectKind, Result> = {
    kind: next.kind,
    asked: next.asked,
    onAnswer: (answer, at) => andThen(onAnswer(answer, at), at, follow),
  };
  if (onSilence) chained.onSilence = (at) => andThen(onSilence(at), at, follow);
  return chained as Next<Result>;
}

/** The same steps, and what follows where one of them is not answered. */
export function whenSilent<Result>(
  next: Next<Result>,
  follow: (unanswered: Next<Result>, moment: Moment) => Next<Result>,
): Next<Result> {
  if (next.kind === 'done') return next;
  // As above.
  const { onAnswer } = next as Waiting<EffectKind, Result>;
  const guarded: Waiting<EffectKind, Result> = {
    kind: next.kind,
    asked: next.asked,
    onAnswer: (answer, at) => whenSilent(onAnswer(answer, at), follow),
    onSilence: (at) => follow(next, at),
  };
  return guarded as Next<Result>;
}
