import { recallFix } from '#components/panic/kept-fix.ts';
import type { RaiseOutcome } from '#components/panic/outcome.ts';
import type { SoughtFix } from '#components/panic/position-seeker.ts';
import type { Press } from '#components/panic/press.ts';
import { settleDraft } from '#components/panic/press-draft.ts';
import { hear, type PressCourse } from '#components/panic/press-line.ts';

// The grace, held by the server: the press goes out as soon as it is held, and from then on it does not need this page.

/** How long Cancel waits for its answer, before the person is shown that it is not known. */
const CANCEL_PATIENCE_MS = 4_000;

/**
 * Sends a press whose grace begins, to be held for that long. A better position that is found meanwhile follows it.
 * Where the browser knows that it has no connection, the page holds the press itself.
 */
export function holdAtServer(course: PressCourse, graceMs: number, onEnded: () => void): void {
  const { line, hand } = course;
  if (!hand.press || !line.release || hand.held || isOffline()) return;
  const graceSeconds = graceMs / 1_000;
  const first = hand.seeker?.best() ?? recallFix();
  const sent: Press = first ? { ...hand.press, location: first } : hand.press;
  hand.press = sent;
  hand.mayHaveGone = true;
  hand.held = { isConfirmed: false };
  line.keeper.keep(sent);
  const hold = (press: Press) => line.raise(press, graceSeconds);
  void hold(sent).then(
    (outcome) => confirm(course, sent.pressId, outcome, onEnded),
    // No answer: at the end of the grace it is sent as any other.
    () => undefined,
  );
  hand.position = settleDraft(hand);
  void hand.position?.then(({ fix }) => {
    if (fix && isOther(fix, first) && isStillHeld(course, sent.pressId)) void follow(course, fix, hold);
  });
}

/** A press that the inline script has sent to be held. */
export function takeOverHeld({ hand }: PressCourse): void {
  hand.mayHaveGone = true;
  hand.held = { isConfirmed: false };
}

function confirm({ hand }: PressCourse, pressId: string, outcome: RaiseOutcome, onEnded: () => void): void {
  if (hand.press?.pressId !== pressId || !hand.held) return;
  if (outcome.kind === 'held') hand.held.isConfirmed = true;
  // It was not held: what became of it is for the person to see, and there is nothing left to cancel.
  else {
    hand.held.ended = outcome;
    onEnded();
  }
}

async function follow({ hand, line }: PressCourse, fix: SoughtFix, hold: (press: Press) => Promise<unknown>) {
  if (!hand.press) return;
  hand.press = { ...hand.press, location: fix };
  line.keeper.keep(hand.press);
  // Lost, it costs the better position and not the press; at the end of the grace it is sent once more.
  await hold(hand.press).catch(() => undefined);
}

function isStillHeld({ hand }: PressCourse, pressId: string): boolean {
  return hand.press?.pressId === pressId && hand.held !== undefined;
}

function isOther(one: SoughtFix, other: SoughtFix | undefined): boolean {
  return (
    one.fixedAt !== other?.fixedAt || one.latitude !== other.latitude || one.longitude !== other.longitude
  );
}

function isOffline(): boolean {
  return typeof navigator !== 'undefined' && navigator.onLine === false;
}

/**
 * Hands over a press whose grace is over, or that is to go now: one that the server holds is released there, any other
 * is sent, and released where that turns out to be held.
 */
export function raiseHeld({ line, hand }: PressCourse): (press: Press) => Promise<RaiseOutcome> {
  const { held } = hand;
  return async (press) => {
    if (held?.ended) return held.ended;
    const raised = held?.isConfirmed && press.location ? HELD : await line.raise(press);
    return raised.kind === 'held' && line.release ? line.release(press.pressId) : raised;
  };
}

const HELD: RaiseOutcome = { kind: 'held' };

/** Cancels a press that the server may hold; `onCancelled` hears that it went nowhere. */
export async function cancelHeld(course: PressCourse, onCancelled: () => void): Promise<void> {
  const { line, hand, setReport } = course;
  const pending = hand.press;
  if (!pending || !line.withdraw) return;
  // First of all here: whatever becomes of the wish, this device sends it no more.
  line.keeper.forget(pending.pressId);
  hand.held = undefined;
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, CANCEL_PATIENCE_MS));
  const outcome = await Promise.race([line.withdraw(pending.pressId).catch(() => undefined), late]);
  // Pressed anew meanwhile.
  if (hand.press?.pressId !== pending.pressId) return;
  if (!outcome) setReport({ kind: 'cancel_unheard' });
  else if (outcome.kind === 'withdrawn') {
    Object.assign(hand, { press: undefined, mayHaveGone: false, position: undefined });
    onCancelled();
  } else hear(course, pending.pressId, outcome);
}

/** Asks again for what Cancel had no answer to. */
export async function cancelAgain(course: PressCourse): Promise<void> {
  const { line, hand } = course;
  const pending = hand.press;
  if (!pending || !line.withdraw) return;
  const outcome = await line.withdraw(pending.pressId).catch(() => undefined);
  if (outcome) hear(course, pending.pressId, outcome);
}
