import { cancelAgain } from '#components/panic/held-course.ts';
import { OVERSLEPT_MS } from '#components/panic/hold-machine.ts';
import { hear, type PressCourse } from '#components/panic/press-client.ts';
import { askOrSend, giveUp } from '#components/panic/press-course.ts';
import { isFinal, SILENCE_MS } from '#components/panic/send-press.ts';
import { useReceipt } from '#components/panic/use-receipt.ts';
import { useResend } from '#components/panic/use-resend.ts';
import { now } from '#lib/platform/clock.ts';

/** Follows a sent press to its end: polls a recorded one, retries one without an answer. */
export function useFollowUp(course: PressCourse, onUnheard: () => void): void {
  const { client, current, report, setReport } = course;
  useReceipt({
    isOpen: client.readReceipt !== undefined && report?.kind === 'answered' && !isFinal(report.outcome),
    pressId: () => current.press?.pressId,
    readReceipt: client.readReceipt && ((pressId) => askOrSend(course, pressId)),
    onHeard: (pressId, outcome) => hear(course, pressId, outcome),
    onSilence: () => {
      if (report?.kind !== 'answered' || report.isStale) return;
      const silentMs = now().getTime() - Date.parse(report.heardAt);
      if (silentMs > SILENCE_MS) setReport({ ...report, isStale: true });
    },
  });
  const isReachable = async () => (await client.isReachable?.()) ?? false;
  useResend({
    isUnanswered: report?.kind === 'cancel_unheard',
    isReachable,
    // It may have been sent, at any time: its state is unknown until the server answers.
    isStillDue: () => true,
    resend: () => cancelAgain(course),
  });
  useResend({
    isUnanswered: client.isReachable !== undefined && report?.kind === 'unanswered',
    isReachable,
    isStillDue: () => {
      const isDue = now().getTime() - current.meantAtMs <= client.expiryMs;
      if (!isDue && current.press) giveUp(course, current.press.pressId);
      return isDue;
    },
    resend: async () => {
      const pending = current.press;
      if (!pending) return;
      // A clock that was set meanwhile says nothing of an age, in whichever direction.
      if (Math.abs(now().getTime() - current.meantAtMs) > OVERSLEPT_MS) {
        setReport(undefined);
        onUnheard();
        return;
      }
      await client.raise(pending).then(
        (outcome) => hear(course, pending.pressId, outcome),
        // Still no answer: the page's state stays as it is.
        () => undefined,
      );
    },
  });
}
