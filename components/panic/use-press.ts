import { useEffect, useState } from 'react';
import { cancelAgain, chooseHelp, holdAtServer, takeOverHeld } from '#components/panic/held-course.ts';
import type { RaiseOutcome } from '#components/panic/outcome.ts';
import { usePositionPermission } from '#components/panic/position-permission.ts';
import type { Sought } from '#components/panic/position-seeker.ts';
import type { Press, PressKind } from '#components/panic/press.ts';
import type { CurrentPress, PressClient, PressCourse } from '#components/panic/press-client.ts';
import { cancelPress, clear, send, sendAgain, withdrawPress } from '#components/panic/press-course.ts';
import { holdDraft, type PressDraft, stopSeeking, touchDraft } from '#components/panic/press-draft.ts';
import { recallPress } from '#components/panic/recall-press.ts';
import type { PressReport } from '#components/panic/send-press.ts';
import { codeOf } from '#components/panic/text-codes.ts';
import { useFollowUp } from '#components/panic/use-follow-up.ts';
import { useWarmPosition } from '#components/panic/use-warm-position.ts';

/** A press that was sent by another page, with its state when this one was rendered. */
export type SentPress = { press: Press; outcome: RaiseOutcome; heardAt: string };

type UsePress = { client: PressClient; kind: PressKind; sent: SentPress | undefined; onUnheard: () => void };

/** One press, from the first touch to its final state. */
export function usePress({ client, kind, sent, onUnheard }: UsePress) {
  const [report, setReport] = useState<PressReport | undefined>(
    () => sent && { kind: 'answered', outcome: sent.outcome, heardAt: sent.heardAt },
  );
  const [sought, setSought] = useState<Sought>();
  const permission = usePositionPermission();
  const warm = useWarmPosition(permission);
  // One object for the life of the page: two events can arrive between two renders.
  const [current] = useState<CurrentPress>(() => ({ press: sent?.press, meantAtMs: 0, mayHaveGone: !!sent }));
  useEffect(() => () => stopSeeking(current), [current]);

  const course: PressCourse = { client, kind, current, warm, report, setReport, setSought };
  useFollowUp(course, onUnheard);

  return {
    report,
    sought,
    permission,
    warm,
    onTouch: () => touchDraft(current, permission === 'prompt', warm.current),
    /** The hold is complete: the press goes to the server, to be held for its grace. */
    onHeld: (graceMs: number, onEnded: () => void) => {
      holdDraft(current, kind, warm.current);
      holdAtServer(course, graceMs, onEnded);
    },
    onHelp: (responseTypeId: number, graceMs: number, onEnded: () => void) =>
      chooseHelp(course, responseTypeId, graceMs, onEnded),
    /** Whether the server was asked to hold the press. */
    isHeld: () => current.held !== undefined,
    /** Goes on with what the inline script had begun. */
    onTakenOver: ({ press, seeker, isSentToBeHeld }: PressDraft) => {
      current.seeker = seeker;
      if (press) current.press = { ...press, kind };
      if (isSentToBeHeld) takeOverHeld(course);
    },
    /** True where the server is asked; `onCancelled` is called when nothing was sent. */
    onCancel: (onCancelled: () => void) => cancelPress(course, onCancelled),
    send: (isRecalled: boolean) => send(course, isRecalled),
    sendAgain: () => sendAgain(course),
    /** The press as a text message to that number; undefined where it has no code. */
    asText: (number: string) => {
      const code = codeOf(current.press?.pressId);
      return code === undefined ? undefined : { number, code };
    },
    cancelAgain: () => void cancelAgain(course),
    withdrawPress: client.withdraw && (() => withdrawPress(course)),
    clear: () => clear(course),
    recall: () => recallPress(course),
  };
}
