import type { FollowedHere } from '#components/panic/follow-here.tsx';
import { HOLD_MS, OVERSLEPT_MS } from '#components/panic/hold-machine.ts';
import { recallFix } from '#components/panic/kept-fix.ts';
import type { PressKeeper } from '#components/panic/kept-press.ts';
import { newPress } from '#components/panic/new-press.ts';
import type { RaiseOutcome } from '#components/panic/outcome.ts';
import { SEEK_MS, type Sought, type SoughtFix } from '#components/panic/position-seeker.ts';
import type { Press, PressKind } from '#components/panic/press.ts';
import { type PressDraft, seek, settleDraft, stopSeeking } from '#components/panic/press-draft.ts';
import { isFinal, type PressReport, type Raise, sendPress } from '#components/panic/send-press.ts';
import type { ReadReceipt } from '#components/panic/use-receipt.ts';
import { isNotFound } from '#lib/platform/browser-fetch.ts';
import { now } from '#lib/platform/clock.ts';

// What becomes of a press once its gesture is complete: sent, taken back, asked about, sent again. No React in here.

/** The ways from this page to the server, and what it may count on. */
export type PressLine = {
  /** Hands the press over. Rejects when there is no answer; the same press may be raised again. */
  raise: Raise;
  /** Asks what has become of a recorded press; without it the page stays at the first answer. */
  readReceipt?: ReadReceipt;
  /** Takes a press back; gives what is known of it then. Rejects when nothing was heard. */
  withdraw?: (pressId: string) => Promise<RaiseOutcome>;
  /** Whether the server answers; without it nothing is sent again by itself. */
  isReachable?: () => Promise<boolean>;
  /** The callout, where only the press token can follow it: its own page would not open. */
  followHere?: (calloutId: string) => Promise<FollowedHere | undefined>;
  keeper: PressKeeper;
  /** Older than this a press is not sent any more. */
  expiryMs: number;
};

/** The press of this page, as it stands between two renders. */
export type PressInHand = PressDraft & {
  /** When the person last said that they need help: by the press, or by answering that they still do. */
  meantAtMs: number;
  /** Whether the press may have left this device, in this life of the page or an earlier one. */
  mayHaveGone: boolean;
};

export type PressCourse = {
  line: PressLine;
  kind: PressKind;
  hand: PressInHand;
  /** The position that is known before a press. */
  warm: { readonly current: SoughtFix | undefined };
  report: PressReport | undefined;
  setReport: (report: PressReport | undefined) => void;
  setSought: (sought: Sought | undefined) => void;
};

/** What was heard of a press; of another one than this page's it is no news. */
export function hear({ line, hand, setReport }: PressCourse, pressId: string, outcome: RaiseOutcome): void {
  if (hand.press?.pressId !== pressId) return;
  if (isFinal(outcome)) line.keeper.forget(pressId);
  setReport({ kind: 'answered', outcome, heardAt: now().toISOString() });
}

/** `isRecalled`: from an earlier page, without a word of the person. */
export function send(course: PressCourse, isRecalled: boolean): void {
  const { hand, kind, warm } = course;
  const sending = hand.press ?? newPress(kind);
  hand.meantAtMs = isRecalled ? Date.parse(sending.pressedAt) : now().getTime();
  // A press that is recalled goes at once with the position it has, unless that is from long ago.
  if (!sending.location || ageMs(sending) > OVERSLEPT_MS) seek(hand, SEEK_MS - HOLD_MS, warm.current);
  void transmit(course, sending, settleDraft(hand));
}

export function sendAgain(course: PressCourse): void {
  course.hand.meantAtMs = now().getTime();
  if (course.hand.press) void transmit(course, course.hand.press);
}

async function transmit(course: PressCourse, sending: Press, position?: Promise<Sought>): Promise<void> {
  const { line, hand, setReport, setSought } = course;
  hand.press = sending;
  hand.mayHaveGone = true;
  const placed = position?.then(orLastKnown);
  placed?.then(setSought);
  hand.press = await sendPress({
    press: sending,
    raise: line.raise,
    keeper: line.keeper,
    onReport: setReport,
    ...(placed ? { position: placed } : {}),
  });
}

/** The press has grown too old to be sent. */
export function giveUp({ line, setReport }: PressCourse, pressId: string): void {
  line.keeper.forget(pressId);
  setReport({ kind: 'too_late' });
}

export async function takeBack(course: PressCourse): Promise<void> {
  const { line, hand, setReport } = course;
  const pending = hand.press;
  if (!pending || !line.withdraw) return;
  // First of all here: whatever becomes of the wish, this device sends it no more.
  line.keeper.forget(pending.pressId);
  setReport({ kind: 'taking_back', sentAt: now().toISOString() });
  const outcome = await line.withdraw(pending.pressId).catch(() => undefined);
  if (outcome) hear(course, pending.pressId, outcome);
  else if (hand.press === pending) setReport({ kind: 'not_taken_back' });
}

/** The person said no: before it was sent, or when asked again about one that may have gone. */
export function callOff(course: PressCourse): void {
  const { line, hand } = course;
  stopSeeking(hand);
  if (hand.mayHaveGone && hand.press && line.withdraw) return void takeBack(course);
  if (hand.press) line.keeper.forget(hand.press.pressId);
  hand.press = undefined;
}

/** Ready for another press. */
export function clear({ hand, setReport, setSought }: PressCourse): void {
  Object.assign(hand, { mayHaveGone: false, seeker: undefined, press: undefined });
  setSought(undefined);
  setReport(undefined);
}

/** Asks what became of the press; sends it again with a position that came late, or where the server has lost it. */
export async function askOrSend(course: PressCourse, pressId: string): Promise<RaiseOutcome> {
  const { line, hand, report, warm, setSought } = course;
  const pending = hand.press;
  const late = report?.kind === 'answered' && isWithoutPosition(report.outcome) ? warm.current : undefined;
  if (pending && !pending.location && late) {
    const placed = { ...pending, location: late };
    hand.press = placed;
    line.keeper.keep(placed);
    setSought({ fix: late });
    return line.raise(placed);
  }
  if (!line.readReceipt) throw new Error('this page has no way to ask');
  return line.readReceipt(pressId).catch((problem) => {
    const isDue = now().getTime() - hand.meantAtMs <= OVERSLEPT_MS;
    if (isNotFound(problem) && pending && isDue) return line.raise(pending);
    throw problem;
  });
}

function isWithoutPosition(outcome: RaiseOutcome): boolean {
  return outcome.kind === 'recorded' && outcome.problem === 'no_location';
}

/** A press from the future is one before the clock was set, and may be of any age: old enough to ask about. */
export function ageMs(press: Press): number {
  const age = now().getTime() - Date.parse(press.pressedAt);
  return age < -OVERSLEPT_MS ? OVERSLEPT_MS + 1 : Math.max(0, age);
}

/** Where no position was found, the last one that this device had, with its age. */
function orLastKnown(sought: Sought): Sought {
  const fix = sought.fix ?? recallFix();
  return fix ? { ...sought, fix } : sought;
}
