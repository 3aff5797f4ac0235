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
  const graceSeconds = graceMs / 1_000;
  const first = current.seeker?.best() ?? recallFix();
  const sent: Press = first ? { ...current.press, location: first } : current.press;
  current.press = sent;
  current.mayHaveGone = true;
  current.held = { isConfirmed: false };
  client.keeper.keep(sent);
  const hold = (press: Press) => client.raise(press, graceSeconds);
  void hold(sent).then(
    (outcome) => confirm(course, sent, outcome, onEnded),
    // Without an answer it is sent at the end of the grace.
    () => undefined,
  );
  current.position = settleDraft(current);
  void current.position?.then(({ fix }) => {
    if (fix && isOther(fix, first) && isStillHeld(course, sent.pressId)) void follow(course, fix, hold);
  });
}

/** Another kind of help, chosen within the grace: sent to the server as soon as that holds the press. */
export function chooseHelp(
  course: PressCourse,
  responseTypeId: number,
  graceMs: number,
  onEnded: () => void,
): void {
  const { client, current } = course;
  if (!current.press) return;
  const chosen: Press = { ...current.press, responseTypeId };
  current.press = chosen;
  client.keeper.keep(chosen);
  if (!current.held || graceMs === 0) return;
  // Until that is heard, the end of the grace sends the press again, with its choice.
  current.held.isConfirmed = false;
  void client.raise(chosen, graceMs / 1_000).then(
    (outcome) => confirm(course, chosen, outcome, onEnded),
    () => undefined,
  );
}

/** A press that the inline script has sent to be held. */
export function takeOverHeld({ current }: PressCourse): void {
  current.mayHaveGone = true;
  current.held = { isConfirmed: false };
}

function confirm({ current }: PressCourse, sent: Press, outcome: RaiseOutcome, onEnded: () => void): void {
  if (current.press?.pressId !== sent.pressId || !current.held) return;
  // An answer to an earlier choice says nothing of this one.
  const isLatest = current.press.responseTypeId === sent.responseTypeId;
  if (outcome.kind === 'held') current.held.isConfirmed = isLatest;
  // Not held: its state is shown, and there is nothing left to cancel.
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
  // A failure here loses the better position only until the press is sent again at the end of the grace.
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
 * Sends a press at the end of its grace, or now: one that the server holds is released there; any other is sent, and
 * released if it turns out to be held.
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
