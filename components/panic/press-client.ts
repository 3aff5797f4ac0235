import type { FollowedHere } from '#components/panic/follow-here.tsx';
import type { PressKeeper } from '#components/panic/kept-press.ts';
import type { RaiseOutcome } from '#components/panic/outcome.ts';
import type { Sought, SoughtFix } from '#components/panic/position-seeker.ts';
import type { PressKind } from '#components/panic/press.ts';
import type { PressDraft } from '#components/panic/press-draft.ts';
import { isFinal, type PressReport, type Raise } from '#components/panic/send-press.ts';
import type { ReadReceipt } from '#components/panic/use-receipt.ts';
import { now } from '#lib/platform/clock.ts';

// The page's client of the press API, and the current press.

/** The calls from this page to the server. */
export type PressClient = {
  /** Raises the press. Rejects without an answer; idempotent by the press id. */
  raise: Raise;
  /** Reads the receipt; without it the page stays at the first answer. */
  readReceipt?: ReadReceipt;
  /** Ends the grace of a press that the server holds; without it the page holds a press itself. */
  release?: (pressId: string) => Promise<RaiseOutcome>;
  /** Remembers the chosen kind of help; without it only this device does. */
  rememberHelp?: (responseTypeId: number) => void;
  /** One round trip, and whether help is offered at that place; rejects without an answer. */
  checkReady?: (
    fix: SoughtFix | undefined,
    responseTypeId: number | null,
  ) => Promise<{ isCovered: boolean | null } | undefined>;
  /** Withdraws a press; gives its state then. Rejects without an answer. */
  withdraw?: (pressId: string) => Promise<RaiseOutcome>;
  /** Whether the server answers; without it nothing is retried automatically. */
  isReachable?: () => Promise<boolean>;
  /** Tracks the callout by the press token, where its own page would not open. */
  followHere?: (calloutId: string) => Promise<FollowedHere | undefined>;
  keeper: PressKeeper;
  /** Older than this a press is not sent any more. */
  expiryMs: number;
};

/** The press of this page, kept outside the render. */
export type CurrentPress = PressDraft & {
  /** When the person last said that they need help: by the press, or by answering that they still do. */
  meantAtMs: number;
  /** Whether the press may have left this device, in this life of the page or an earlier one. */
  mayHaveGone: boolean;
  /** While the server is asked to hold the press: whether it confirmed that, or how else the press ended. */
  held?: { isConfirmed: boolean; ended?: RaiseOutcome } | undefined;
  /** The search for the position, where it goes on beside a held press. */
  position?: Promise<Sought> | undefined;
};

export type PressCourse = {
  client: PressClient;
  kind: PressKind;
  current: CurrentPress;
  /** The position that is known before a press. */
  warm: { readonly current: SoughtFix | undefined };
  report: PressReport | undefined;
  setReport: (report: PressReport | undefined) => void;
  setSought: (sought: Sought | undefined) => void;
};

/** Reports an answer about a press, unless the page has another press by now. */
export function hear(
  { client, current, setReport }: PressCourse,
  pressId: string,
  outcome: RaiseOutcome,
): void {
  if (current.press?.pressId !== pressId) return;
  if (isFinal(outcome)) client.keeper.forget(pressId);
  setReport({ kind: 'answered', outcome, heardAt: now().toISOString() });
}
