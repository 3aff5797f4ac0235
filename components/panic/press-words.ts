import { NO_ANSWER_YET } from '#components/panic/hold-words.ts';
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
        ...(report.isSilent ? { warning: NO_ANSWER_YET } : {}),
      };
    case 'unanswered':
      return {
        as: 'failure',
        title: 'No answer. We do not know if your alarm arrived. Call now.',
        text: report.isKept
          ? 'We keep trying. You will not be reported twice.'
          : 'We keep trying. You will not be reported twice. Leave this page open.',
        next: 'send_again',
        mayWithdraw: true,
      };
    case 'taking_back':
      return { as: 'status', tone: 'neutral', text: 'Cancelling…', at: report.sentAt };
    case 'not_taken_back':
      return {
        as: 'failure',
        title: 'We could not confirm the cancellation. If you need help, call now.',
        text: 'This device does not send your alarm again. If it was sent before, help may still come.',
        next: 'take_back',
      };
    case 'cancel_unheard':
      return {
        as: 'failure',
        title: 'We could not reach the server. Help may be coming.',
        text: 'Your alarm may be sent already. We keep trying to cancel it. If it is too late, the page of your alarm opens: tap “I am safe” there. If you need help, call now.',
        next: 'cancel_again',
      };
    case 'too_late':
      return {
        as: 'failure',
        title: 'Your alarm is too old to send. Call now.',
        text: 'We do not know if it arrived before. Do not wait for help. Press again if you still need it.',
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
    text: `We lost contact. Last news: ${words.text}`,
    warning: CALL_NOW,
  };
}

function outcomeWords(outcome: RaiseOutcome, at: string): PressWords {
  switch (outcome.kind) {
    case 'delivered':
      return {
        as: 'status',
        tone: 'good',
        text: 'The control room has your alarm.',
        at,
        next: 'press_again',
      };
    case 'recorded':
      return recordedWords(outcome, at);
    case 'held':
      return {
        as: 'status',
        tone: 'neutral',
        text: 'Your alarm is sent in a few seconds.',
        at,
        mayWithdraw: true,
      };
    case 'withdrawn':
      return {
        as: 'status',
        tone: 'neutral',
        text: 'Cancelled. Nobody will come.',
        at,
        next: 'press_again',
      };
    case 'practised':
      return {
        as: 'status',
        tone: 'neutral',
        text: 'This was practice. Nothing was sent. Nobody will come.',
        at,
        next: 'press_again',
      };
    case 'expired':
      return {
        as: 'failure',
        title: 'Your alarm did not reach the control room. We stopped trying. Call now.',
        text: 'Nobody will come. Press again if you still need help.',
        next: 'press_again',
      };
    case 'rejected':
      return {
        as: 'failure',
        title: 'Your alarm was not accepted. Nobody will come. Call now.',
        text: outcome.message,
        next: 'press_again',
      };
    case 'refused':
      return {
        as: 'failure',
        title: 'Your alarm was not sent. Nobody will come. Call now.',
        text: outcome.message,
        next: 'press_again',
      };
  }
}

type Answered = Extract<PressReport, { kind: 'answered' }>;
type Recorded = Extract<RaiseOutcome, { kind: 'recorded' }>;

const CALL_NOW = 'Call now. Do not wait.';

/** True after a right and after a wrong code, and the same: it must not tell which it was. */
const AFTER_SAFE =
  'We have your alarm. You said “I am safe” before, so this page does not show what happens now.';

function recordedWords(outcome: Recorded, at: string): PressWords {
  if (outcome.isTakenBack) {
    return {
      as: 'status',
      tone: 'neutral',
      text:
        outcome.sending === 'asking'
          ? 'Cancelled here. We are asking if the control room has it. Until we know, help may still come.'
          : 'Cancelled. We do not send it again.',
      at,
      next: 'press_again',
    };
  }
  return {
    as: 'status',
    tone: 'attention',
    text: outcome.isAfterSafe ? AFTER_SAFE : `Not sent yet. ${whatHappensNow(outcome)}`.trimEnd(),
    at,
    warning: CALL_NOW,
    mayWithdraw: true,
  };
}

function whatHappensNow({ problem, sending }: Recorded): string {
  if (problem === 'no_location') return 'We don’t know where you are.';
  switch (sending) {
    case 'asking':
      return 'We stopped sending it. We are asking if the control room has it.';
    case 'no':
      return 'We stopped sending it.';
    case 'yes':
      return whySlow(problem);
    case null:
      // Not known yet: nothing is claimed, and the receipt is asked for.
      return '';
  }
}

function whySlow(problem: PressProblem | null): string {
  if (problem === 'test_open')
    return 'A test alarm is still open. It does not count. We are ending it and keep trying.';
  return 'We keep trying.';
}
