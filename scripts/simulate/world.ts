import type { Fix } from '#lib/geo/model.ts';
import type { JournalEntry } from '#lib/panic/core/entry.ts';
import type { Next } from '#lib/panic/core/next.ts';
import type { Moment, Press } from '#lib/panic/core/press.ts';
import type { RaiseAnswer } from '#lib/panic/core/raise.ts';
import type { Call } from '#lib/panic/core/shared-call.ts';
import type { Answered } from '#lib/panic/core/withdraw.ts';
import type { Kind, PressState, Stage } from '#lib/vocabulary.ts';
import type { Choices } from './choices.ts';
import type { PlantedFault } from './faults.ts';
import type { Invariant } from './invariant-names.ts';

// The simulated world: plain data, changed by one scheduler.

/** The instant at which every schedule begins. */
export const START_MS = 1_790_000_000_000;
export const EXPIRY_MINUTES = 10;
export const EXPIRY_MS = EXPIRY_MINUTES * 60_000;
/** No two of our own clocks are further apart. */
export const SKEW_MS = 200;

/** A callout at AURA. */
export type TrueCallout = {
  id: number;
  customerId: number;
  isTest: boolean;
  /** By AURA's clock. */
  createdAt: Date;
  madeAtMs: number;
  isOpen: boolean;
  closedAtMs: number | null;
  isCancelled: boolean;
  /** The press whose request made it. */
  byPress: string;
  excuse: Exception | null;
};

type KnownCallout = { kind: Kind; stage: Stage; raisedAt: Date; personId: string };

/** A request to create a callout, in flight to AURA. */
export type Request = {
  pressId: string;
  customerId: number;
  kind: Kind;
  begunAtMs: number;
  lookedAtMs: number;
  /** What the protocol could not know: the network doubled it, or its sender stalled before it. */
  excuse: Exception | null;
};

/** The result of a task; null where no request waits for it. */
export type Outcome = RaiseAnswer | Answered | null;

export type Task = {
  process: Process;
  pressId: string;
  what: string;
  next: Next<Outcome>;
  /** The device waits for this answer. */
  isAwaited: boolean;
  /** Its caller timed out and went on without it. */
  isAbandoned: boolean;
  /** Holds this process's lock on the journal entry. */
  holdsEntry: boolean;
  /** The last check that the press may be sent. */
  lookedAtMs: number;
  /** The recorded start of the attempt, by the clock of its process. */
  datedMs: number;
  isWithoutDatabase: boolean;
  /** How often it read which presses need a callout. */
  looks: number;
  effects: number;
};

/** A held press that an app sends at the end of its grace, as a journal entry. */
export type Held = { entry: JournalEntry; atMs: number };

export type Process = {
  name: string;
  isApp: boolean;
  isUp: boolean;
  skewMs: number;
  journal: Map<string, JournalEntry>;
  held: Map<string, Held>;
  calls: Map<string, Call>;
};

/** A press on its device. */
export type Device = {
  pressId: string;
  personId: string;
  customerId: number;
  kind: Kind;
  graceMs: number;
  fix: Fix | null;
  laterFix: Fix | null;
  pressedAtMs: number | null;
  isWithdrawalRequested: boolean;
  isReleased: boolean;
  heard: Set<PressState | 'held'>;
  /** Callouts that its receipts named. */
  helpedBy: Set<number>;
  /** When its receipt first showed the withdrawal request, and then *withdrawn*. */
  withdrawalHeardAtMs: number | null;
  withdrawnAtMs: number | null;
  /** How often something other than time made it due. */
  nudges: number;
  deliveredAtMs: number | null;
  /** When it was first in the database. */
  arrivedAtMs: number | null;
  begun: number[];
};

/** What a schedule does more often. */
export type Theme = 'anything' | 'withdrawing' | 'without database';

export type World = {
  choices: Choices;
  planted: PlantedFault | null;
  theme: Theme;
  log: string[] | null;
  ms: number;
  steps: number;
  tokens: number;
  polledMs: number;
  areFaultsOver: boolean;
  processes: Process[];
  tasks: Task[];
  devices: Device[];
  database: {
    isUp: boolean;
    presses: Map<string, Press>;
    callouts: Map<number, KnownCallout>;
    outcomes: Set<string>;
    late: Late[];
  };
  aura: {
    mode: 'up' | 'away' | 'refusing';
    callouts: TrueCallout[];
    strays: { request: Request; atMs: number }[];
    aheadMs: number;
    knownAheadMs: number | null;
    tellsKind: boolean;
    tellsDates: boolean;
    listDelayMs: number;
    keepsCancelledOpen: boolean;
  };
  /** Presses that were partly handled without the database. */
  apart: Set<string>;
  /** Presses whose journal entry could not be written or read. */
  unwritten: Set<string>;
  violation: { invariant: Invariant; what: string } | null;
  exceptions: Set<Exception>;
};

/** A statement whose caller timed out; run later. */
type Late = { run: () => unknown; task: Task; asker: Task };

export type { Invariant } from './invariant-names.ts';

/** Known exceptions: AURA has no idempotency key, and a disk belongs to one machine. */
export const exceptions = {
  closed_before_heard: 'AURA closed a callout before its answer was known, and the press was sent again',
  stray_after_close: 'a request that was given up arrived after AURA had closed the callout',
  twin_after_end: 'a request that the network doubled arrived when what its first had made was over',
  kind_untold: 'AURA did not say that a callout was a test, and nobody here knew it',
  called_off_under_way:
    'a callout was called off for one press while a request of another, taken back too, was under way',
  stalled: 'a process stood still between its last look and its call to AURA',
  nothing_could_hold: 'neither database nor disk could hold a grace, so the press went at once',
  bad_disk: 'a disk did not take an entry, or hid one, while the database was away',
  journal_apart:
    'what one machine’s journal or a process without the database did, the others could not know',
  journal_cannot_tell: 'without the database, AURA not telling, what was called off was taken for help',
  only_on_a_disk: 'an undelivered press was on no list, as only the disk of an app had it',
  late_list: 'AURA’s list did not show yet what it had made',
} as const;
export type Exception = keyof typeof exceptions;

export const at = (world: World): Date => new Date(world.ms);

export function momentOf(world: World, { skewMs }: Process): Moment {
  return {
    at: new Date(world.ms + skewMs),
    random: world.choices.next(4) / 4,
    expiryMinutes: EXPIRY_MINUTES,
    auraAheadMs: world.aura.knownAheadMs,
  };
}

export function violated(world: World, invariant: Invariant, what: string): void {
  world.violation ??= { invariant, what };
}

export function note(world: World, exception: Exception): void {
  world.exceptions.add(exception);
}

export function say(world: World, text: string): void {
  world.log?.push(`${String(world.steps).padStart(3)}  ${clock(world)}  ${text}`);
}

const clock = ({ ms }: World) => `+${((ms - START_MS) / 1_000).toFixed(1)} s`.padStart(9);
