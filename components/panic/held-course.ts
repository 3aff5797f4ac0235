import { recallFix } from '#components/panic/kept-fix.ts';
import type { RaiseOutcome } from '#components/panic/outcome.ts';
import type { SoughtFix } from '#components/panic/position-seeker.ts';
import type { Press } from '#components/panic/press.ts';
import { hear, type PressCourse } from '#components/panic/press-client.ts';
import { settleDraft } from '#components/panic/press-draft.ts';

// The grace, held by the server: the press goes out as soon as it is held, and from then on it does not need this page.

/** How long Cancel waits for its answer, before the person is shown that it is not known. */
const CANCEL_PATIENCE_MS = 4_000;

/**
 * Sends a press whose grace begins, to be held for that long. A better position that is found meanwhile follows it.
 * Where the browser knows that it has no connection, the page holds the press itself.
 */
export function holdAtServer(course: PressCourse, graceMs: number, onEnded: () => void): void {
  const { client, current } = course;
  if (!current.press || !client.release || current.held || isOffline()) return;
  const graceSeconds = graceMs / 1_000;
  const first = current.seeker?.best() ?? recallFix();
  const sent: Press = first ? { ...current.press, location: first } : current.press;
  current.press = sent;
  current.mayHaveGone = true;
  current.held = { isConfirmed: false };
  client.keeper.keep(sent);
  const hold = (press: Press) => client.raise(press, graceSeconds);
  void hold(sent).then(
    (outcome) => confirm(course, sent.pressId, outcome, onEnded),
    // No answer: at the end of the grace it is sent as any other.
    () => undefined,
  );
  current.position = settleDraft(current);
  void current.position?.then(({ fix }) => {
    if (fix && isOther(fix, first) && isStillHeld(course, sent.pressId)) void follow(course, fix, hold);
  });
}

/** A press that the inline script has sent to be held. */
export function takeOverHeld({ current }: PressCourse): void {
  current.mayHaveGone = true;
  current.held = { isConfirmed: false };
}

function confirm(
  { current }: PressCourse,
  pressId: string,
  outcome: RaiseOutcome,
  onEnded: () => void,
): void {
  if (current.press?.pressId !== pressId || !current.held) return;
  if (outcome.kind === 'held') current.held.isConfirmed = true;
  // It was not held: what became of it is for the person to see, and there is nothing left to cancel.
  else {
    current.held.ended = outcome;
    onEnded();
  }
}

async function follow(
  { current, client }: PressCourse,
  fix: SoughtFix,
  hold: (press: Press) => Promise<unknown>,
) {
  if (!current.press) return;
  current.press = { ...current.press, location: fix };
  client.keeper.keep(current.press);
  // Lost, it costs the better position and not the press; at the end of the grace it is sent once more.
  await hold(current.press).catch(() => undefined);
}

function isStillHeld({ current }: PressCourse, pressId: string): boolean {
  return current.press?.pressId === pressId && current.held !== undefined;
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
export function raiseHeld({ client, current }: PressCourse): (press: Press) => Promise<RaiseOutcome> {
  const { held } = current;
  return async (press) => {
    if (held?.ended) return held.ended;
    const raised = held?.isConfirmed && press.location ? HELD : await client.raise(press);
    return raised.kind === 'held' && client.release ? client.release(press.pressId) : raised;
  };
}

const HELD: RaiseOutcome = { kind: 'held' };

/** Cancels a press that the server may hold; `onCancelled` hears that it went nowhere. */
export async function cancelHeld(course: PressCourse, onCancelled: () => void): Promise<void> {
  const { client, current, setReport } = course;
  const pending = current.press;
  if (!pending || !client.withdraw) return;
  // First of all here: whatever becomes of the wish, this device sends it no more.
  client.keeper.forget(pending.pressId);
  current.held = undefined;
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, CANCEL_PATIENCE_MS));
  const outcome = await Promise.race([client.withdraw(pending.pressId).catch(() => undefined), late]);
  // Pressed anew meanwhile.
  if (current.press?.pressId !== pending.pressId) return;
  if (!outcome) setReport({ kind: 'cancel_unheard' });
  else if (outcome.kind === 'withdrawn') {
    Object.assign(current, { press: undefined, mayHaveGone: false, position: undefined });
    onCancelled();
  } else hear(course, pending.pressId, outcome);
}

/** Asks again for what Cancel had no answer to. */
export async function cancelAgain(course: PressCourse): Promise<void> {
  const { client, current } = course;
  const pending = current.press;
  if (!pending || !client.withdraw) return;
  const outcome = await client.withdraw(pending.pressId).catch(() => undefined);
  if (outcome) hear(course, pending.pressId, outcome);
}
