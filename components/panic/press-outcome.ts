import type { RaiseOutcome } from '#components/panic/outcome.ts';
import { pressRefusedWords } from '#components/panic/press-refused-words.ts';
import type { ErrorCode } from '#lib/errors/errors.ts';
import { isPressErrorCode, pressErrors } from '#lib/errors/press-errors.ts';
import type { Translate } from '#lib/languages/translate.ts';
import type { ReceiptState, Sending } from '#lib/panic/core/schema.ts';
import type { PressProblem } from '#lib/vocabulary.ts';

/** The part of every answer about a press that the page reads. */
type Known = {
  state: ReceiptState;
  problem: PressProblem | null;
  sending: Sending | null;
  withdrawRequestedAt: string | null;
  calloutId: number | null;
  afterSafe?: true | undefined;
  /** Where the tab goes when not to our own page. */
  trackingUrl?: string | null | undefined;
};

/** What an answer means for the person. */
export function outcomeOf(press: Known, t: Translate): RaiseOutcome {
  switch (press.state) {
    case 'delivered':
      return {
        kind: 'delivered',
        calloutId: String(press.calloutId),
        openTracking: press.trackingUrl
          ? { as: 'redirect', url: press.trackingUrl }
          : { as: 'page', href: `/callouts/${press.calloutId}` },
      };
    case 'recorded':
      return {
        kind: 'recorded',
        problem: press.problem,
        sending: press.sending,
        isTakenBack: press.withdrawRequestedAt !== null,
        ...(press.afterSafe ? { isAfterSafe: true } : {}),
      };
    case 'held':
      return { kind: 'held' };
    case 'rejected':
      return { kind: 'rejected', message: rejectionWords(press.problem, t) };
    case 'withdrawn':
      return { kind: 'withdrawn' };
    case 'expired':
      return { kind: 'expired' };
  }
}

/** Why AURA did not take it: what `rejectionReason` says to programs. */
function rejectionWords(problem: PressProblem | null, t: Translate): string {
  return t(problem === 'no_subscription' ? 'rejected.no_subscription' : 'rejected.other');
}

/** A refusal as the end of a press; throws for one that a retry, or the route, may not get. */
export function refusalOf(code: ErrorCode, t: Translate): RaiseOutcome {
  if (!isPressErrorCode(code) || pressErrors[code].retryable) {
    throw new Error(`the press was not taken: ${code}`);
  }
  const { title, detail } = pressRefusedWords(code, t);
  return { kind: 'refused', code, message: `${title}. ${detail}` };
}
