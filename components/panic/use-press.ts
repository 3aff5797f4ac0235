'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { HOLD_MS, OVERSLEPT_MS } from '#components/panic/hold-machine.ts';
import { forgetPress, recallPress } from '#components/panic/kept-press.ts';
import type { RaiseOutcome } from '#components/panic/outcome.ts';
import { useWouldAskForPosition } from '#components/panic/position-permission.ts';
import {
  type PositionSeeker,
  SEEK_MS,
  type Sought,
  seekPosition,
} from '#components/panic/position-seeker.ts';
import { asRecalled, newPress, type Press, type PressKind } from '#components/panic/press.ts';
import { isFinal, type PressReport, type Raise, sendPress } from '#components/panic/send-press.ts';
import { now } from '#lib/platform/clock.ts';

const RECEIPT_EVERY_MS = 2_000;

export type ReadReceipt = (pressId: string) => Promise<RaiseOutcome>;

type UsePress = { raise: Raise; readReceipt?: ReadReceipt | undefined; kind: PressKind };

/** One press from the first touch to the end of what can be known of it. */
export function usePress({ raise, readReceipt, kind }: UsePress) {
  const [report, setReport] = useState<PressReport>();
  const [sought, setSought] = useState<Sought>();
  const wouldAsk = useWouldAskForPosition();
  const seeker = useRef<PositionSeeker>(undefined);
  const press = useRef<Press>(undefined);
  useEffect(
    () => () => {
      seeker.current?.stop();
      seeker.current = undefined;
    },
    [],
  );
  useReceipt(press, report, setReport, readReceipt);

  const transmit = async (sending: Press, position?: Promise<Sought>) => {
    press.current = sending;
    position?.then(setSought);
    press.current = await sendPress({
      press: sending,
      raise,
      onReport: setReport,
      ...(position ? { position } : {}),
    });
  };

  return {
    report,
    sought,
    /** The first touch: the time until the press is sent is time to find the position. */
    onTouch: () => {
      if (!wouldAsk()) seeker.current ??= seekPosition();
    },
    /** The hold is complete: a question of the browser can no longer take the finger off the button. */
    onHeld: () => {
      seeker.current ??= seekPosition(undefined, SEEK_MS - HOLD_MS);
      press.current ??= newPress(kind);
    },
    /** Taken back before it was sent. */
    onCalledOff: () => {
      seeker.current?.stop();
      seeker.current = undefined;
      if (press.current) forgetPress(press.current.pressId);
      press.current = undefined;
    },
    send: () => {
      const sending = press.current ?? newPress(kind);
      // A press taken up again goes at once with the position it has, unless that is from long ago.
      if (!sending.location || ageMs(sending) > OVERSLEPT_MS) seeker.current ??= seekPosition();
      void transmit(sending, seeker.current?.settle());
    },
    sendAgain: () => press.current && void transmit(press.current),
    /** Ready for another press. */
    clear: () => {
      seeker.current = undefined;
      press.current = undefined;
      setSought(undefined);
      setReport(undefined);
    },
    /** Takes up a press whose page was closed before its end was known; gives its age. */
    recall: (): number | undefined => {
      const recalled = recallPress();
      if (!recalled || press.current) return undefined;
      press.current = asRecalled(recalled);
      return ageMs(recalled);
    },
  };
}

function ageMs(press: Press): number {
  return now().getTime() - Date.parse(press.pressedAt);
}

/** Asks what has become of a recorded press, until that is final. */
function useReceipt(
  press: { readonly current: Press | undefined },
  report: PressReport | undefined,
  setReport: (report: PressReport) => void,
  readReceipt: ReadReceipt | undefined,
) {
  const isOpen = report?.kind === 'answered' && !isFinal(report.outcome);
  const ask = useEffectEvent(async () => {
    const pressId = press.current?.pressId;
    if (!pressId || !readReceipt) return;
    const outcome = await readReceipt(pressId);
    setReport({ kind: 'answered', outcome, heardAt: now().toISOString() });
    if (isFinal(outcome)) forgetPress(pressId);
  });
  useEffect(() => {
    if (!isOpen || !readReceipt) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const next = () => {
      // What was last heard stays on screen with its age when this one is not answered.
      timer = setTimeout(() => ask().then(next, next), RECEIPT_EVERY_MS);
    };
    next();
    return () => clearTimeout(timer);
  }, [isOpen, readReceipt]);
}
