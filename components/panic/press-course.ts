import { cancelHeld, raiseHeld } from '#components/panic/held-course.ts';
import { HOLD_MS, OVERSLEPT_MS } from '#components/panic/hold-machine.ts';
import { recallFix } from '#components/panic/kept-fix.ts';
import { newPress } from '#components/panic/new-press.ts';
import type { RaiseOutcome } from '#components/panic/outcome.ts';
import { SEEK_MS, type Sought } from '#components/panic/position-seeker.ts';
import type { Press } from '#components/panic/press.ts';
import { hear, type PressCourse } from '#components/panic/press-client.ts';
import { seek, settleDraft, stopSeeking } from '#components/panic/press-draft.ts';
import { sendPress } from '#components/panic/send-press.ts';
import { isNotFound } from '#lib/platform/browser-fetch.ts';
import { now } from '#lib/platform/clock.ts';

// A press after its gesture: sent, withdrawn, polled, sent again. No React in here.

/** `isRecalled`: from an earlier page, without a new confirmation by the person. */
export function send(course: PressCourse, isRecalled: boolean): void {
  const { current, kind, warm } = course;
  const sending = current.press ?? newPress(kind);
  current.meantAtMs = isRecalled ? Date.parse(sending.pressedAt) : now().getTime();
  // A press that is recalled goes at once with the position it has, unless that is from long ago.
  if (!current.position && (!sending.location || ageMs(sending) > OVERSLEPT_MS))
    seek(current, SEEK_MS - HOLD_MS, warm.current);
  const position = current.position ?? settleDraft(current);
  // A press that the server holds with a position does not wait for a better one, which follows it.
  const { isConfirmed = false, ended } = current.held ?? {};
  const isPlaced = ended !== undefined || (isConfirmed && sending.location !== undefined);
  if (isPlaced) void position?.then((sought) => course.setSought(orLastKnown(sought)));
  void transmit(course, sending, isPlaced ? undefined : position);
}

export function sendAgain(course: PressCourse): void {
  course.current.meantAtMs = now().getTime();
  if (course.current.press) void transmit(course, course.current.press);
}

async function transmit(course: PressCourse, sending: Press, position?: Promise<Sought>): Promise<void> {
  const { client, current, setReport, setSought } = course;
  current.press = sending;
  current.mayHaveGone = true;
  const placed = position?.then(orLastKnown);
  placed?.then(setSought);
  current.press = await sendPress({
    press: sending,
    raise: raiseHeld(course),
    keeper: client.keeper,
    onReport: setReport,
    ...(placed ? { position: placed } : {}),
  });
}

/** The press has grown too old to be sent. */
export function giveUp({ client, setReport }: PressCourse, pressId: string): void {
  client.keeper.forget(pressId);
  setReport({ kind: 'too_late' });
}

export async function withdrawPress(course: PressCourse): Promise<void> {
  const { client, current, setReport } = course;
  const pending = current.press;
  if (!pending || !client.withdraw) return;
  // Forgotten here first: whatever the outcome of the request, this device must not send the press again.
  client.keeper.forget(pending.pressId);
  setReport({ kind: 'taking_back', sentAt: now().toISOString() });
  const outcome = await client.withdraw(pending.pressId).catch(() => undefined);
  if (outcome) hear(course, pending.pressId, outcome);
  else if (current.press === pending) setReport({ kind: 'not_taken_back' });
}

/**
 * The person cancelled: before the press was sent, or when asked again about one that may have been sent. True where the
 * server is asked to withdraw a held press; `onCancelled` is called when it was not sent.
 */
export function cancelPress(course: PressCourse, onCancelled: () => void): boolean {
  const { client, current } = course;
  stopSeeking(current);
  if (current.held && client.withdraw) {
    void cancelHeld(course, onCancelled);
    return true;
  }
  cancelHere(course);
  return false;
}

function cancelHere(course: PressCourse): void {
  const { client, current } = course;
  if (current.mayHaveGone && current.press && client.withdraw) return void withdrawPress(course);
  if (current.press) client.keeper.forget(current.press.pressId);
  current.press = undefined;
}

/** Ready for another press. */
export function clear({ current, setReport, setSought }: PressCourse): void {
  const none = { seeker: undefined, press: undefined, held: undefined, position: undefined };
  Object.assign(current, { mayHaveGone: false, ...none });
  setSought(undefined);
  setReport(undefined);
}

/** Reads the receipt; sends the press again with a late position, or when the server does not have it. */
export async function askOrSend(course: PressCourse, pressId: string): Promise<RaiseOutcome> {
  const { client, current, report, warm, setSought } = course;
  const pending = current.press;
  const late = report?.kind === 'answered' && isWithoutPosition(report.outcome) ? warm.current : undefined;
  if (pending && !pending.location && late) {
    const placed = { ...pending, location: late };
    current.press = placed;
    client.keeper.keep(placed);
    setSought({ fix: late });
    return client.raise(placed);
  }
  if (!client.readReceipt) throw new Error('this page has no way to ask');
  return client.readReceipt(pressId).catch((problem) => {
    const isDue = now().getTime() - current.meantAtMs <= OVERSLEPT_MS;
    if (isNotFound(problem) && pending && isDue) return client.raise(pending);
    throw problem;
  });
}

function isWithoutPosition(outcome: RaiseOutcome): boolean {
  return outcome.kind === 'recorded' && outcome.problem === 'no_location';
}

/** A press dated in the future is from before the clock was set: its age is unknown, so it counts as old. */
export function ageMs(press: Press): number {
  const age = now().getTime() - Date.parse(press.pressedAt);
  return age < -OVERSLEPT_MS ? OVERSLEPT_MS + 1 : Math.max(0, age);
}

/** Where no position was found, the last one that this device had, with its age. */
function orLastKnown(sought: Sought): Sought {
  const fix = sought.fix ?? recallFix();
  return fix ? { ...sought, fix } : sought;
}
