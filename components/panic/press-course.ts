import { cancelHeld, raiseHeld } from '#components/panic/held-course.ts';
import { HOLD_MS, OVERSLEPT_MS } from '#components/panic/hold-machine.ts';
import { recallFix } from '#components/panic/kept-fix.ts';
import { newPress } from '#components/panic/new-press.ts';
import type { RaiseOutcome } from '#components/panic/outcome.ts';
import { SEEK_MS, type Sought } from '#components/panic/position-seeker.ts';
import type { Press } from '#components/panic/press.ts';
import { seek, settleDraft, stopSeeking } from '#components/panic/press-draft.ts';
import { hear, type PressCourse } from '#components/panic/press-line.ts';
import { sendPress } from '#components/panic/send-press.ts';
import { isNotFound } from '#lib/platform/browser-fetch.ts';
import { now } from '#lib/platform/clock.ts';

// What becomes of a press once its gesture is complete: sent, taken back, asked about, sent again. No React in here.

/** `isRecalled`: from an earlier page, without a word of the person. */
export function send(course: PressCourse, isRecalled: boolean): void {
  const { hand, kind, warm } = course;
  const sending = hand.press ?? newPress(kind);
  hand.meantAtMs = isRecalled ? Date.parse(sending.pressedAt) : now().getTime();
  // A press that is recalled goes at once with the position it has, unless that is from long ago.
  if (!hand.position && (!sending.location || ageMs(sending) > OVERSLEPT_MS))
    seek(hand, SEEK_MS - HOLD_MS, warm.current);
  const position = hand.position ?? settleDraft(hand);
  // A press that the server holds with a position does not wait for a better one, which follows it.
  const { isConfirmed = false, ended } = hand.held ?? {};
  const isPlaced = ended !== undefined || (isConfirmed && sending.location !== undefined);
  if (isPlaced) void position?.then((sought) => course.setSought(orLastKnown(sought)));
  void transmit(course, sending, isPlaced ? undefined : position);
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
    raise: raiseHeld(course),
    keeper: line.keeper,
    onReport: setReport,
    ...(placed ? { position: placed } : {}),
  });
  hand.held = undefined;
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

/**
 * The person said no: before it was sent, or when asked again about one that may have gone. True where the server is
 * asked about a press of this grace, and `onCancelled` hears that it went nowhere.
 */
export function callOff(course: PressCourse, onCancelled: () => void): boolean {
  const { line, hand } = course;
  stopSeeking(hand);
  if (hand.held && line.withdraw) {
    void cancelHeld(course, onCancelled);
    return true;
  }
  callOffHere(course);
  return false;
}

function callOffHere(course: PressCourse): void {
  const { line, hand } = course;
  if (hand.mayHaveGone && hand.press && line.withdraw) return void takeBack(course);
  if (hand.press) line.keeper.forget(hand.press.pressId);
  hand.press = undefined;
}

/** Ready for another press. */
export function clear({ hand, setReport, setSought }: PressCourse): void {
  const none = { seeker: undefined, press: undefined, held: undefined, position: undefined };
  Object.assign(hand, { mayHaveGone: false, ...none });
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
