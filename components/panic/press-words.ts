import type { RaiseOutcome } from '#components/panic/outcome.ts';
import type { PressReport } from '#components/panic/send-press.ts';
import type { PressProblem } from '#lib/vocabulary.ts';

/** What the page says about a press. A failure is final or silent; a status is what was last known. */
export type PressWords =
  | {
      as: 'status';
      tone: 'neutral' | 'good' | 'attention';
      text: string;
      /** Since when, or when last heard. */
      at: string;
      /** What to do besides waiting; read out at once. */
      warning?: string;
      next?: 'press_again';
      /** Whether it can still be withdrawn. */
      mayWithdraw?: true;
    }
  | {
      as: 'failure';
      title: string;
      text: string;
      next: 'send_again' | 'press_again' | 'take_back' | 'cancel_again';
      mayWithdraw?: true;
    };

/** The words for what is known of a press: never more than the last answer said. */
export function pressWords(report: PressReport): PressWords {
  switch (report.kind) {
    case 'sending':
      return {
        as: 'status',
        tone: 'neutral',
        text: report.isSilent ? 'Still sending…' : 'Sending…',
        at: report.sentAt,
        ...(report.isSilent ? { warning: 'No answer yet. Do not wait for it: call now.' } : {}),
      };
    case 'unanswered':
      return {
        as: 'failure',
        title: 'No answer. We do not know whether your press arrived. Call now.',
        text: report.isKept
          ? 'Your press is kept on this device and is sent again as soon as there is a connection. That cannot make two of it.'
          : 'It is sent again as soon as there is a connection, which cannot make two of it. This browser does not keep your press: leave this page open.',
        next: 'send_again',
        mayWithdraw: true,
      };
    case 'taking_back':
      return { as: 'status', tone: 'neutral', text: 'Taking it back…', at: report.sentAt };
    case 'not_taken_back':
      return {
        as: 'failure',
        title: 'It is not known to be taken back. If you need help, call now.',
        text: 'Vigil did not answer, or did not accept it. This device does not send your press any more. If it had reached Vigil before, it may still be sent, and responders may come.',
        next: 'take_back',
      };
    case 'cancel_unheard':
      return {
        as: 'failure',
        title: 'We could not reach the server. Help may be coming.',
        text: 'Your press may have gone out. We keep trying to cancel it. If it is too late for that, we open the page of your alarm: tap “I am safe” there. If you need help, call now.',
        next: 'cancel_again',
      };
    case 'too_late':
      return {
        as: 'failure',
        title: 'Your press is too old to be sent now. Call now.',
        text: 'Whether it had arrived before is not known, so do not count on anybody coming because of it. Press again if you still need help.',
        next: 'press_again',
      };
    case 'answered':
      return report.isStale ? staleWords(report) : outcomeWords(report.outcome, report.heardAt);
  }
}

/** An old answer is stated as of its time only. */
function staleWords({ outcome, heardAt }: Answered): PressWords {
  const words = outcomeWords(outcome, heardAt);
  if (words.as === 'failure') return words;
  return {
    ...words,
    tone: 'attention',
    text: `No answer since. Last heard: ${words.text}`,
    warning: CALL_NOW,
  };
}

function outcomeWords(outcome: RaiseOutcome, at: string): PressWords {
  switch (outcome.kind) {
    case 'delivered':
      return { as: 'status', tone: 'good', text: 'AURA has it.', at, next: 'press_again' };
    case 'recorded':
      return recordedWords(outcome, at);
    case 'held':
      return {
        as: 'status',
        tone: 'neutral',
        text: 'Your press goes out in a few seconds.',
        at,
        mayWithdraw: true,
      };
    case 'withdrawn':
      return {
        as: 'status',
        tone: 'neutral',
        text: 'Taken back. Nobody is sent because of it.',
        at,
        next: 'press_again',
      };
    case 'practised':
      return {
        as: 'status',
        tone: 'neutral',
        text: 'Practice: nothing was sent, and nobody is coming. A real press would have gone out now.',
        at,
        next: 'press_again',
      };
    case 'expired':
      return {
        as: 'failure',
        title: 'Your press did not reach AURA, and we have stopped trying. Call now.',
        text: 'Nobody is coming because of it. Press again if you still need help.',
        next: 'press_again',
      };
    case 'rejected':
      return {
        as: 'failure',
        title: 'AURA did not take this press. Nobody is coming. Call now.',
        text: outcome.message,
        next: 'press_again',
      };
    case 'refused':
      return {
        as: 'failure',
        title: 'This press was not sent. Nobody is coming. Call now.',
        text: outcome.message,
        next: 'press_again',
      };
  }
}

type Answered = Extract<PressReport, { kind: 'answered' }>;
type Recorded = Extract<RaiseOutcome, { kind: 'recorded' }>;

const CALL_NOW = 'Call now. Do not wait for this.';

function recordedWords(outcome: Recorded, at: string): PressWords {
  if (outcome.isTakenBack) {
    return {
      as: 'status',
      tone: 'neutral',
      text:
        outcome.sending === 'asking'
          ? 'Taken back, and no longer sent. Asking AURA first whether it has it: until AURA answers, responders may still come.'
          : 'Taken back, and no longer sent.',
      at,
      next: 'press_again',
    };
  }
  return {
    as: 'status',
    tone: 'attention',
    text: `Recorded, not yet with AURA. ${whatHappensNow(outcome)}`.trimEnd(),
    at,
    warning: CALL_NOW,
    mayWithdraw: true,
  };
}

function whatHappensNow({ problem, sending }: Recorded): string {
  if (problem === 'no_location') return 'It needs a position, and there is none.';
  switch (sending) {
    case 'asking':
      return 'No longer sent. Asking AURA whether it has it.';
    case 'no':
      return 'No longer sent.';
    case 'yes':
      return whySlow(problem);
    case null:
      // Not known yet: nothing is claimed, and the receipt is asked for.
      return '';
  }
}

function whySlow(problem: PressProblem | null): string {
  if (problem === 'test_open')
    return 'A test alarm of yours is still open there, and does not count. We are ending it. Still sending.';
  return 'Still sending.';
}
