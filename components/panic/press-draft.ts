import { HOLD_MS } from '#components/panic/hold-machine.ts';
import { keepFix } from '#components/panic/kept-fix.ts';
import { newPress } from '#components/panic/new-press.ts';
import type { SoughtFix } from '#components/panic/position-seeker.ts';
import {
  type PositionSeeker,
  SEEK_MS,
  type Sought,
  seekPosition,
} from '#components/panic/position-seeker.ts';
import type { Press, PressKind } from '#components/panic/press.ts';

/** A press between the first touch and its sending. The inline script hands one over to React as it is. */
export type PressDraft = {
  press?: Press | undefined;
  seeker?: PositionSeeker | undefined;
  /** The inline script sent it, to be held by the server for its grace. */
  isSentToBeHeld?: boolean;
};

/** The first touch: the time until the press is sent is time to find the position. */
export function touchDraft(draft: PressDraft, wouldAsk: boolean, warm?: SoughtFix): void {
  // A question of the browser would take the finger off the button, so it comes after the hold.
  if (!wouldAsk) seek(draft, SEEK_MS, warm);
}

/** The hold is complete: a question of the browser can no longer do harm. */
export function holdDraft(draft: PressDraft, kind: PressKind, warm?: SoughtFix): void {
  seek(draft, SEEK_MS - HOLD_MS, warm);
  draft.press ??= newPress(kind);
}

/** Looks for the position, unless that has begun. */
export function seek(draft: PressDraft, budgetMs: number, warm?: SoughtFix): void {
  draft.seeker ??= seekPosition({ budgetMs, warm });
}

/** What the search comes to; undefined where none has begun. What it found is kept for the page of the callout. */
export function settleDraft(draft: PressDraft): Promise<Sought> | undefined {
  const position = draft.seeker?.settle().then((sought) => {
    if (sought.fix) keepFix(sought.fix);
    return sought;
  });
  draft.seeker = undefined;
  return position;
}

/** Ends the search; the press stays. */
export function stopSeeking(draft: PressDraft): void {
  draft.seeker?.stop();
  draft.seeker = undefined;
}
