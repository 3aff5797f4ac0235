'use client';

import { useEffect, useRef, useState } from 'react';
import type { EarlyPress } from '#components/panic/early-press.ts';
import { HOLD_MS, OVERSLEPT_MS } from '#components/panic/hold-machine.ts';
import { recallFix } from '#components/panic/kept-fix.ts';
import type { PressKeeper } from '#components/panic/kept-press.ts';
import type { RaiseOutcome } from '#components/panic/outcome.ts';
import { usePositionPermission } from '#components/panic/position-permission.ts';
import {
  type PositionSeeker,
  SEEK_MS,
  type Sought,
  seekPosition,
} from '#components/panic/position-seeker.ts';
import { asRecalled, newPress, type Press, type PressKind } from '#components/panic/press.ts';
import {
  isFinal,
  type PressReport,
  type Raise,
  SILENCE_MS,
  sendPress,
} from '#components/panic/send-press.ts';
import { type ReadReceipt, useReceipt } from '#components/panic/use-receipt.ts';
import { useResend } from '#components/panic/use-resend.ts';
import { useWarmPosition } from '#components/panic/use-warm-position.ts';
import { isNotFound } from '#lib/platform/browser-fetch.ts';
import { now } from '#lib/platform/clock.ts';

/** The ways from this page to the server, and what it may count on. */
export type PressLine = {
  /** Hands the press over. Rejects when there is no answer; the same press may be raised again. */
  raise: Raise;
  /** Asks what has become of a recorded press; without it the page stays at the first answer. */
  readReceipt?: ReadReceipt;
  /** Takes a press back; gives what is known of it then. Rejects when nothing was heard. */
  withdraw?: (pressId: string) => Promise<RaiseOutcome>;
  /** Whether the server answers; without it nothing is sent again by itself. */
  isReachable?: () => Promise<boolean>;
  keeper: PressKeeper;
  /** Older than this a press is not sent any more. */
  expiryMs: number;
};

/** A press that was sent by another page, and what was known of it when this one was made. */
export type SentPress = { press: Press; outcome: RaiseOutcome; heardAt: string };

type UsePress = { line: PressLine; kind: PressKind; sent: SentPress | undefined; onUnheard: () => void };

/** How long a press that is taken up waits to hear whether it had arrived. */
const ASKED_FOR_MS = 2_000;
/** Until this age a press that was never sent is told of; later only the button counts. */
const TOLD_UNTIL_MS = 60 * 60_000;

/** One press from the first touch to the end of what can be known of it. */
export function usePress({ line, kind, sent, onUnheard }: UsePress) {
  const { raise, keeper } = line;
  const [report, setReport] = useState<PressReport | undefined>(
    () => sent && { kind: 'answered', outcome: sent.outcome, heardAt: sent.heardAt },
  );
  const [sought, setSought] = useState<Sought>();
  const permission = usePositionPermission();
  const warm = useWarmPosition(permission);
  const seeker = useRef<PositionSeeker>(undefined);
  const press = useRef(sent?.press);
  /** When the person last said that they need help: by the press, or by answering that they still do. */
  const meantAtMs = useRef(0);
  /** Whether the press may have left this device, in this life of the page or an earlier one. */
  const mayHaveGone = useRef(sent !== undefined);
  useEffect(
    () => () => {
      seeker.current?.stop();
      seeker.current = undefined;
    },
    [],
  );

  const seek = (budgetMs = SEEK_MS) => {
    seeker.current ??= seekPosition({ budgetMs, warm: warm.current });
  };
  const hear = (pressId: string, outcome: RaiseOutcome) => {
    if (press.current?.pressId !== pressId) return;
    if (isFinal(outcome)) keeper.forget(pressId);
    setReport({ kind: 'answered', outcome, heardAt: now().toISOString() });
  };
  const transmit = async (sending: Press, position?: Promise<Sought>) => {
    press.current = sending;
    mayHaveGone.current = true;
    const placed = position?.then(orLastKnown);
    placed?.then(setSought);
    press.current = await sendPress({
      press: sending,
      raise,
      keeper,
      onReport: setReport,
      ...(placed ? { position: placed } : {}),
    });
  };
  const giveUp = (pressId: string) => {
    keeper.forget(pressId);
    setReport({ kind: 'too_late' });
  };

  const takeBack = async () => {
    const { current: pending } = press;
    if (!pending || !line.withdraw) return;
    // First of all here: whatever becomes of the wish, this device sends it no more.
    keeper.forget(pending.pressId);
    setReport({ kind: 'taking_back', sentAt: now().toISOString() });
    const outcome = await line.withdraw(pending.pressId).catch(() => undefined);
    if (outcome) hear(pending.pressId, outcome);
    else if (press.current === pending) setReport({ kind: 'not_taken_back' });
  };

  /** Asks what became of the press; sends it again with a position that came late, or where the server has lost it. */
  const askOrSend: ReadReceipt = async (pressId) => {
    const pending = press.current;
    const late = report?.kind === 'answered' && isWithoutPosition(report.outcome) ? warm.current : undefined;
    if (pending && !pending.location && late) {
      const placed = { ...pending, location: late };
      press.current = placed;
      keeper.keep(placed);
      setSought({ fix: late });
      return raise(placed);
    }
    if (!line.readReceipt) throw new Error('nobody to ask');
    return line.readReceipt(pressId).catch((problem) => {
      const isDue = now().getTime() - meantAtMs.current <= OVERSLEPT_MS;
      if (isNotFound(problem) && pending && isDue) return raise(pending);
      throw problem;
    });
  };

  useReceipt({
    isOpen: line.readReceipt !== undefined && report?.kind === 'answered' && !isFinal(report.outcome),
    pressId: () => press.current?.pressId,
    readReceipt: line.readReceipt && askOrSend,
    onHeard: hear,
    onSilence: () =>
      setReport((before) => {
        if (before?.kind !== 'answered' || before.isStale) return before;
        return now().getTime() - Date.parse(before.heardAt) > SILENCE_MS
          ? { ...before, isStale: true }
          : before;
      }),
  });
  useResend({
    isUnanswered: line.isReachable !== undefined && report?.kind === 'unanswered',
    isReachable: async () => (await line.isReachable?.()) ?? false,
    isStillDue: () => {
      const isDue = now().getTime() - meantAtMs.current <= line.expiryMs;
      if (!isDue && press.current) giveUp(press.current.pressId);
      return isDue;
    },
    resend: async () => {
      const pending = press.current;
      if (!pending) return;
      // A clock that was set meanwhile tells no age, in whichever direction.
      if (Math.abs(now().getTime() - meantAtMs.current) > OVERSLEPT_MS) {
        setReport(undefined);
        onUnheard();
        return;
      }
      await raise(pending).then(
        (outcome) => hear(pending.pressId, outcome),
        // Still no answer: what the page says of the press is as true as it was.
        () => undefined,
      );
    },
  });

  return {
    report,
    sought,
    permission,
    /** The first touch: the time until the press is sent is time to find the position. */
    onTouch: () => {
      // A question of the browser would take the finger off the button, so it comes after the hold.
      if (permission !== 'prompt') seek();
    },
    /** The hold is complete: a question of the browser can no longer do harm. */
    onHeld: () => {
      seek(SEEK_MS - HOLD_MS);
      press.current ??= newPress(kind);
    },
    /** Goes on with what was begun before this page was alive. */
    onTakenOver: (early: EarlyPress) => {
      if (early.name !== 'holding') press.current = { ...early.press, kind };
    },
    /** The person said no: before it was sent, or when asked again about one that may have gone. */
    onCalledOff: () => {
      seeker.current?.stop();
      seeker.current = undefined;
      if (mayHaveGone.current && press.current && line.withdraw) return void takeBack();
      if (press.current) keeper.forget(press.current.pressId);
      press.current = undefined;
    },
    /** `isRecalled`: taken up from an earlier page without a word of the person. */
    send: (isRecalled: boolean) => {
      const sending = press.current ?? newPress(kind);
      meantAtMs.current = isRecalled ? Date.parse(sending.pressedAt) : now().getTime();
      // A press taken up again goes at once with the position it has, unless that is from long ago.
      if (!sending.location || ageMs(sending) > OVERSLEPT_MS) seek();
      const position = seeker.current?.settle();
      seeker.current = undefined;
      void transmit(sending, position);
    },
    sendAgain: () => {
      meantAtMs.current = now().getTime();
      if (press.current) void transmit(press.current);
    },
    takeBack: line.withdraw && takeBack,
    /** Ready for another press. */
    clear: () => {
      mayHaveGone.current = false;
      seeker.current = undefined;
      press.current = undefined;
      setSought(undefined);
      setReport(undefined);
    },
    /** Takes up a press whose page was closed before its end was known; gives its age while it may be sent. */
    recall: async (): Promise<number | undefined> => {
      const recalled = keeper.recall();
      if (!recalled || press.current) return undefined;
      const known = await knownOf(recalled.pressId, line.readReceipt);
      // Pressed anew meanwhile.
      if (press.current) return undefined;
      if (known && isFinal(known)) {
        keeper.forget(recalled.pressId);
        return undefined;
      }
      press.current = asRecalled(recalled);
      mayHaveGone.current = true;
      meantAtMs.current = Date.parse(recalled.pressedAt);
      if (known) hear(recalled.pressId, known);
      else if (ageMs(recalled) <= line.expiryMs) return ageMs(recalled);
      else if (ageMs(recalled) <= TOLD_UNTIL_MS) giveUp(recalled.pressId);
      else {
        // Of an earlier day: whoever opens the page now wants the button.
        keeper.forget(recalled.pressId);
        press.current = undefined;
        mayHaveGone.current = false;
      }
      return undefined;
    },
  };
}

async function knownOf(pressId: string, readReceipt?: ReadReceipt): Promise<RaiseOutcome | undefined> {
  // That it is unknown there, or that nothing was heard, comes to the same: it has to be sent.
  const answer = readReceipt?.(pressId).catch(() => undefined);
  return Promise.race([answer, new Promise<undefined>((resolve) => setTimeout(resolve, ASKED_FOR_MS))]);
}

function isWithoutPosition(outcome: RaiseOutcome): boolean {
  return outcome.kind === 'recorded' && outcome.problem === 'no_location';
}

/** A press from the future is one before the clock was set, and may be of any age: old enough to ask about. */
function ageMs(press: Press): number {
  const age = now().getTime() - Date.parse(press.pressedAt);
  return age < -OVERSLEPT_MS ? OVERSLEPT_MS + 1 : Math.max(0, age);
}

/** Where no position was found, the last one that this device had, with its age. */
function orLastKnown(sought: Sought): Sought {
  const fix = sought.fix ?? recallFix();
  return fix ? { ...sought, fix } : sought;
}
