import type { RaiseOutcome } from '#components/panic/outcome.ts';
import type { PressReport } from '#components/panic/send-press.ts';
import type { Key } from '#lib/languages/en/messages.ts';
import type { Translate } from '#lib/languages/translate.ts';
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
export function pressWords(report: PressReport, t: Translate): PressWords {
  switch (report.kind) {
    case 'sending':
      return {
        as: 'status',
        tone: 'neutral',
        text: t(report.isSilent ? 'report.stillSending' : 'hold.sending'),
        at: report.sentAt,
        ...(report.isSilent ? { warning: t('hold.noAnswer') } : {}),
      };
    case 'unanswered':
      return {
        as: 'failure',
        title: t('report.unanswered'),
        text: t(report.isKept ? 'report.keepTrying' : 'report.leaveOpen'),
        next: 'send_again',
        mayWithdraw: true,
      };
    case 'taking_back':
      return { as: 'status', tone: 'neutral', text: t('hold.cancelling'), at: report.sentAt };
    case 'not_taken_back':
      return {
        as: 'failure',
        title: t('report.unconfirmed'),
        text: t('report.notAgain'),
        next: 'take_back',
      };
    case 'cancel_unheard':
      return {
        as: 'failure',
        title: t('report.unreached'),
        text: t('report.cancelLate'),
        next: 'cancel_again',
      };
    case 'too_late':
      return {
        as: 'failure',
        title: t('report.tooOld'),
        text: t('report.tooOldText'),
        next: 'press_again',
      };
    case 'answered':
      return report.isStale ? staleWords(report, t) : outcomeWords(report.outcome, report.heardAt, t);
  }
}

/** An old answer is stated as of its time only. */
function staleWords({ outcome, heardAt }: Answered, t: Translate): PressWords {
  const words = outcomeWords(outcome, heardAt, t);
  if (words.as === 'failure') return words;
  return {
    ...words,
    tone: 'attention',
    text: t('report.lost', { news: words.text }),
    warning: t('report.callNow'),
  };
}

function outcomeWords(outcome: RaiseOutcome, at: string, t: Translate): PressWords {
  switch (outcome.kind) {
    case 'delivered':
      return {
        as: 'status',
        tone: 'good',
        text: t('report.delivered'),
        at,
        next: 'press_again',
      };
    case 'recorded':
      return recordedWords(outcome, at, t);
    case 'held':
      return {
        as: 'status',
        tone: 'neutral',
        text: t('report.held'),
        at,
        mayWithdraw: true,
      };
    case 'withdrawn':
      return {
        as: 'status',
        tone: 'neutral',
        text: t('report.withdrawn'),
        at,
        next: 'press_again',
      };
    case 'practised':
      return {
        as: 'status',
        tone: 'neutral',
        text: t('report.practised'),
        at,
        next: 'press_again',
      };
    case 'expired':
      return {
        as: 'failure',
        title: t('report.expired'),
        text: t('report.expiredText'),
        next: 'press_again',
      };
    case 'rejected':
      return {
        as: 'failure',
        title: t('report.rejected'),
        text: outcome.message,
        next: 'press_again',
      };
    case 'refused':
      return {
        as: 'failure',
        title: t('report.refused'),
        text: outcome.message,
        next: 'press_again',
      };
  }
}

type Answered = Extract<PressReport, { kind: 'answered' }>;
type Recorded = Extract<RaiseOutcome, { kind: 'recorded' }>;

function recordedWords(outcome: Recorded, at: string, t: Translate): PressWords {
  if (outcome.isTakenBack) {
    return {
      as: 'status',
      tone: 'neutral',
      text: t(outcome.sending === 'asking' ? 'report.cancelledAsking' : 'report.cancelled'),
      at,
      next: 'press_again',
    };
  }
  return {
    as: 'status',
    tone: 'attention',
    // True after a right and after a wrong code, and the same: it must not tell which it was.
    text: outcome.isAfterSafe ? t('report.afterSafe') : notSentYet(outcome, t),
    at,
    warning: t('report.callNow'),
    mayWithdraw: true,
  };
}

function notSentYet(outcome: Recorded, t: Translate): string {
  const now = whatHappensNow(outcome);
  return now ? `${t('report.notYet')} ${t(now)}` : t('report.notYet');
}

type Course = Extract<
  Key,
  'report.noLocation' | 'report.asking' | 'report.stopped' | 'report.testOpen' | 'report.trying'
>;

/** Null where it is not known yet: nothing is claimed, and the receipt is asked for. */
function whatHappensNow({ problem, sending }: Recorded): Course | null {
  if (problem === 'no_location') return 'report.noLocation';
  switch (sending) {
    case 'asking':
      return 'report.asking';
    case 'no':
      return 'report.stopped';
    case 'yes':
      return whySlow(problem);
    case null:
      return null;
  }
}

function whySlow(problem: PressProblem | null): Course {
  return problem === 'test_open' ? 'report.testOpen' : 'report.trying';
}
