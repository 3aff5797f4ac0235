import { recallFix } from '#components/panic/kept-fix.ts';
import type { RaiseOutcome } from '#components/panic/outcome.ts';
import type { SoughtFix } from '#components/panic/position-seeker.ts';
import type { Press } from '#components/panic/press.ts';
import { hear, type PressCourse } from '#components/panic/press-client.ts';
import { settleDraft } from '#components/panic/press-draft.ts';

// A grace held by the server: from then on the press is sent without this page.

/** How long Cancel waits for its answer before the page shows that the outcome is not known. */
const CANCEL_PATIENCE_MS = 4_000;

/**
 * Sends a press whose grace begins, to be held for that long. A better position that is found meanwhile follows it.
 * Where the browser knows that it has no connection, the page holds the press itself.
 */
export function holdAtServer(course: PressCourse, graceMs: number, onEnded: () => void): void {
  const { client, current } = course;
  if (!current.press || !client.release || current.held || isOffline()) return;
  const first = current.seeker?.best() ?? recallFix();
  const sent: Press = first ? { ...current.press, location: first } : current.press;
  current.press = sent;
  current.mayHaveGone = true;
  current.held = { isConfirmed: false };
  client.keeper.keep(sent);
  hold(course, sent, graceMs, onEnded);
  const follow = (fix: SoughtFix | undefined) => {
    const { press } = current;
    if (!fix || !current.held || press?.pressId !== sent.pressId || !isOther(fix, press.location)) return;
    holdChanged(course, { ...press, location: fix }, graceMs, onEnded);
  };
  // The server sends the press at the end of the grace, which is before the end of the search: a position that is not
  // good yet is nearer than a saved address.
  if (!first) void current.seeker?.first.then(follow);
  current.position = settleDraft(current);
  void current.position?.then(({ fix }) => follow(fix));
}

function hold(course: PressCourse, press: Press, graceMs: number, onEnded: () => void): void {
  void course.client.raise(press, graceMs / 1_000).then(
    (outcome) => confirm(course, press, outcome, onEnded),
    // Without an answer it is sent at the end of the grace.
    () => undefined,
  );
}

/** Sends what has changed of a held press. Until that is confirmed, the end of the grace sends the press again. */
function holdChanged(course: PressCourse, press: Press, graceMs: number, onEnded: () => void): void {
  const { client, current } = course;
  current.press = press;
  client.keeper.keep(press);
  if (!current.held || graceMs === 0) return;
  current.held.isConfirmed = false;
  hold(course, press, graceMs, onEnded);
}

/** Another kind of help, chosen within the grace: sent to the server as soon as that holds the press. */
export function chooseHelp(
  course: PressCourse,
  responseTypeId: number,
  graceMs: number,
  onEnded: () => void,
): void {
  const { press } = course.current;
  if (press) holdChanged(course, { ...press, responseTypeId }, graceMs, onEnded);
}

/** A press that the inline script has sent to be held. */
export function takeOverHeld({ current }: PressCourse): void {
  current.mayHaveGone = true;
  current.held = { isConfirmed: false };
}

function confirm({ current }: PressCourse, sent: Press, outcome: RaiseOutcome, onEnded: () => void): void {
  if (current.press?.pressId !== sent.pressId || !current.held) return;
  // An answer to what was sent before a change says nothing of the change.
  if (outcome.kind === 'held') current.held.isConfirmed = current.press === sent;
  // Not held: its state is shown, and there is nothing left to cancel.
  else {
    current.held.ended = outcome;
    onEnded();
  }
}

function isOther(one: SoughtFix, other: Press['location']): boolean {
  return (
    one.fixedAt !== other?.fixedAt || one.latitude !== other.latitude || one.longitude !== other.longitude
  );
}

function isOffline(): boolean {
  return typeof navigator !== 'undefined' && navigator.onLine === false;
}

/**
 * Sends a press at the end of its grace, or now: one that the server holds is released there; any other is sent, and
 * released if it turns out to be held.
 */
export function raiseHeld({ client, current }: PressCourse): (press: Press) => Promise<RaiseOutcome> {
  const { held } = current;
  // A position that is found later is not at the server yet.
  const isHeldAsItIs = held?.isConfirmed && current.press?.location !== undefined;
  current.held = undefined;
  return async (press) => {
    if (held?.ended) return held.ended;
    const raised = isHeldAsItIs ? HELD : await client.raise(press);
    return raised.kind === 'held' && client.release ? client.release(press.pressId) : raised;
  };
}

const HELD: RaiseOutcome = { kind: 'held' };

/** Withdraws a press that the server may hold; `onCancelled` is called when it was not sent. */
export async function cancelHeld(course: PressCourse, onCancelled: () => void): Promise<void> {
  const { client, current, setReport } = course;
  const pending = current.press;
  if (!pending || !client.withdraw) return;
  // Forgotten here first: whatever the outcome of the request, this device must not send the press again.
  client.keeper.forget(pending.pressId);
  current.held = undefined;
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, CANCEL_PATIENCE_MS));
  const outcome = await Promise.race([client.withdraw(pending.pressId).catch(() => undefined), late]);
  // There is a new press by now.
  if (current.press?.pressId !== pending.pressId) return;
  if (!outcome) setReport({ kind: 'cancel_unheard' });
  else if (outcome.kind === 'withdrawn') {
    Object.assign(current, { press: undefined, mayHaveGone: false, position: undefined });
    onCancelled();
  } else hear(course, pending.pressId, outcome);
}

/** Repeats a withdrawal that got no answer. */
export async function cancelAgain(course: PressCourse): Promise<void> {
  const { client, current } = course;
  const pending = current.press;
  if (!pending || !client.withdraw) return;
  const outcome = await client.withdraw(pending.pressId).catch(() => undefined);
  if (outcome) hear(course, pending.pressId, outcome);
}
