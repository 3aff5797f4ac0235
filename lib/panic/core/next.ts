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

// The protocol as data: a state is the next effect and a continuation for each of its answers. Effects are run elsewhere.

type Effect<Asked, Answer> = { asked: Asked; answer: Answer };

/** Every effect of the protocol, with its answer. */
type Catalogue = {
  // the database
  /**
   * Inserts the press; null when the id is there, and for a withdrawn one also when there are too many. `isBegun`: leased to this process with its first attempt begun, and
   * returned as it was before that.
   */
  insert: Effect<{ press: Press; isBegun: boolean }, Press | LeasedPress | null>;
  find: Effect<{ pressId: string }, Press | null>;
  /** Leases the press, due or not; null when it is settled, held or leased already. */
  claim: Effect<{ pressId: string }, LeasedPress | null>;
  /** The press after the write; null when its guard did not hold. */
  commit: Effect<Commit, Press | null>;
  /** The same together with the callout, atomically. */
  settle: Effect<{ commit: Commit; created: CreatedCallout; callout: AuraCallout | null }, Press | null>;
  /**
   * Writes `reopen`, or, when its guard does not hold, the callout and `deliver`. `isNews`: writes nothing when the
   * callout is known by now.
   */
  link: Effect<{ reopen: Commit; deliver: Commit; created: CreatedCallout; isNews: boolean }, null>;
  keepCallout: Effect<CreatedCallout, null>;
  others: Effect<{ pressId: string; personId: string; calloutId: number }, readonly OtherPress[]>;
  known: Effect<{ calloutId: number }, Known>;
  owners: Effect<{ calloutIds: readonly number[] }, ReadonlyMap<number, string>>;
  /** Takes a better position from a repeat: see `bettering`. */
  better: Effect<{ pressId: string; fix: Fix }, Bettered | null>;
  /** Presses that may have made an unlinked callout of that time, newest first. */
  unlinked: Effect<{ personId: string; madeAt: Date }, readonly Press[]>;
  /** Moves a press from the journal into the database: see `recover.ts`. */
  recover: Effect<{ entry: JournalEntry; created: CreatedCallout | null }, Bettered | null>;
  // AURA
  /** May be answered by the call of another press of the person: see `shared-call.ts`. `responseTypeId`: null asks for the default. */
  create: Effect<
    {
      pressId: string;
      receivedAt: Date;
      customerId: number;
      kind: Kind;
      where: Whereabouts;
      responseTypeId: number | null;
    },
    CreateOutcome
  >;
  keptPlace: Effect<{ customerId: number }, { predefinedLocationId: number } | 'none' | null>;
  list: Effect<null, { active: readonly ActiveCallout[]; isWhole: boolean } | null>;
  cancel: Effect<{ calloutId: number }, boolean>;
  // the journal of this machine; one entry is read, changed and written under a lock of this process
  entry: Effect<EntryChange, Journalled>;
  /** Removes the entry unless it has changed, as it may while the database is slow. */
  forget: Effect<{ pressId: string; kept: JournalEntry }, null>;
  /** This process no longer sends the held press at the end of its grace. */
  letGo: Effect<{ pressId: string }, null>;
  /** Waits until this process's running delivery of the press has ended. */
  underWay: Effect<{ pressId: string }, null>;
  // in the background
  /** Moves AURA's callout to the position of the press, where it differs. */
  place: Effect<Placing, null>;
};

/** The position before the better one, and the callout that AURA raised there, if any. */
export type Bettered = { before: Fix | null; calloutId: number | null };
/** The press belongs to another person, by the database or the journal; null: it does not exist. */
export type NotTheirs = { kind: 'not_theirs'; knownBy: 'database' | 'journal' | null };

export type EntryChange = {
  pressId: string;
  /** Null changes nothing. */
  change: (kept: JournalEntry | null, moment: Moment) => JournalEntry | null;
  /** An unreadable entry counts as absent: it must not stop a press. */
  isUnreadableAbsent: boolean;
};
/** The entry after the change; `isKept`: the disk has it. */
export type Journalled = { before: JournalEntry | null; entry: JournalEntry | null; isKept: boolean };
export type Placing =
  | { kind: 'settled'; fix: Fix | null; callout: AuraCallout; before: Fix | null; wasFirstAttempt: boolean }
  | { kind: 'linked'; pressId: string; callout: AuraCallout }
  | { kind: 'bettered'; calloutId: number; before: Fix | null; fix: Fix };

export type EffectKind = keyof Catalogue;
export type Asked<Kind extends EffectKind> = Catalogue[Kind]['asked'];
export type Answer<Kind extends EffectKind> = Catalogue[Kind]['answer'];

/** The next effect, and its continuations. */
export type Waiting<Kind extends EffectKind, Result> = {
  kind: Kind;
  asked: Asked<Kind>;
  onAnswer: (answer: Answer<Kind>, moment: Moment) => Next<Result>;
  /** The database or disk did not answer, so the outcome is unknown. Absent: the error is thrown. */
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

/** State + event → state: the event is the answer to the state's effect, and the moment of it. */
export function decide<Kind extends EffectKind, Result>(
  state: Waiting<Kind, Result>,
  answer: Answer<Kind>,
  moment: Moment,
): Next<Result> {
  return state.onAnswer(answer, moment);
}

/** Chains two sequences of steps. */
export function andThen<First, Result>(
  next: Next<First>,
  moment: Moment,
  follow: (result: First, moment: Moment) => Next<Result>,
): Next<Result> {
  if (next.kind === 'done') return follow(next.result, moment);
  // The compiler cannot see that kind, `asked` and continuation, taken from one state, belong together.
  const { onAnswer, onSilence } = next as Waiting<EffectKind, First>;
  const chained: Waiting<EffectKind, Result> = {
    kind: next.kind,
    asked: next.asked,
    onAnswer: (answer, at) => andThen(onAnswer(answer, at), at, follow),
  };
  if (onSilence) chained.onSilence = (at) => andThen(onSilence(at), at, follow);
  return chained as Next<Result>;
}

/** The same steps, with one continuation for any of them that is not answered. */
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
