import type { PressKeeper } from '#components/panic/kept-press.ts';
import type { RaiseOutcome } from '#components/panic/outcome.ts';
import type { Sought } from '#components/panic/position-seeker.ts';
import type { Press } from '#components/panic/press.ts';
import { now } from '#lib/platform/clock.ts';

/** Without an answer for this long, calling comes first. */
export const SILENCE_MS = 8_000;

/** What the page shows of a press that was sent; `heardAt` is when it was last known to be so. */
export type PressReport =
  | { kind: 'sending'; sentAt: string; isSilent: boolean }
  | { kind: 'unanswered'; isKept: boolean }
  | { kind: 'taking_back'; sentAt: string }
  /** The withdrawal got no answer. */
  | { kind: 'not_taken_back' }
  /** It was cancelled within its grace, without an answer. */
  | { kind: 'cancel_unheard' }
  /** It never got an answer, and has expired by now. */
  | { kind: 'too_late' }
  /** `isStale`: later reads have had no answer for too long. */
  | { kind: 'answered'; outcome: RaiseOutcome; heardAt: string; isStale?: boolean };

/** With `graceSeconds` the server holds the press for so long. */
export type Raise = (press: Press, graceSeconds?: number) => Promise<RaiseOutcome>;

type Sending = {
  press: Press;
  /** Settles within five seconds of the first touch; absent when the press already has what it will get. */
  position?: Promise<Sought>;
  raise: Raise;
  keeper: PressKeeper;
  onReport: (report: PressReport) => void;
};

/**
 * Sends a press and reports what is known of it. The press is kept on the device before anything is
 * waited for, and until its end is known. Sending the same press again is harmless: its id is the same.
 * Gives the press as it was sent.
 */
export async function sendPress({ press, position, raise, keeper, onReport }: Sending): Promise<Press> {
  const sentAt = now().toISOString();
  let isKept = keeper.keep(press);
  onReport({ kind: 'sending', sentAt, isSilent: false });
  const silence = setTimeout(() => onReport({ kind: 'sending', sentAt, isSilent: true }), SILENCE_MS);

  const placed = withPosition(press, await position);
  if (placed !== press) isKept = keeper.keep(placed);
  const outcome = await answerTo(placed, raise);
  clearTimeout(silence);
  if (!outcome) {
    onReport({ kind: 'unanswered', isKept });
    return placed;
  }
  if (isFinal(outcome)) keeper.forget(press.pressId);
  onReport({ kind: 'answered', outcome, heardAt: now().toISOString() });
  return placed;
}

async function answerTo(press: Press, raise: Raise): Promise<RaiseOutcome | undefined> {
  try {
    return await raise(press);
  } catch {
    // No answer is not a refusal: the press may have arrived.
    return undefined;
  }
}

/** Whether this state is final. */
export function isFinal(outcome: RaiseOutcome): boolean {
  return outcome.kind !== 'recorded' && outcome.kind !== 'held';
}

function withPosition(press: Press, sought: Sought | undefined): Press {
  return sought?.fix ? { ...press, location: sought.fix } : press;
}
