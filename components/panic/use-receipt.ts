import { useEffect, useEffectEvent, useRef } from 'react';
import { useFollow } from '#components/live/live-pages.tsx';
import type { RaiseOutcome } from '#components/panic/outcome.ts';

const RECEIPT_EVERY_MS = 2_000;

export type ReadReceipt = (pressId: string) => Promise<RaiseOutcome>;

type UseReceipt = {
  /** While the press is recorded and nothing final is known. */
  isOpen: boolean;
  pressId: () => string | undefined;
  readReceipt: ReadReceipt | undefined;
  onHeard: (pressId: string, outcome: RaiseOutcome) => void;
  /** Called when a read got no answer. */
  onSilence: () => void;
};

/** Reads the receipt of a recorded press, at a steady rate and at each change notification, until it is final. */
export function useReceipt({ isOpen, pressId, readReceipt, onHeard, onSilence }: UseReceipt): void {
  const askNow = useRef<() => void>(undefined);
  const ask = useEffectEvent(async () => {
    const id = pressId();
    if (!id || !readReceipt) return;
    await readReceipt(id).then(
      (outcome) => onHeard(id, outcome),
      // The last answer stays on screen with its age.
      () => onSilence(),
    );
  });
  useEffect(() => {
    if (!isOpen) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    let isStopped = false;
    const next = () => {
      if (isStopped) return;
      timer = setTimeout(() => ask().then(next), RECEIPT_EVERY_MS);
    };
    next();
    // In addition to polling, not instead of it: a broken stream must not end the reads.
    askNow.current = () => void ask();
    return () => {
      isStopped = true;
      askNow.current = undefined;
      clearTimeout(timer);
    };
  }, [isOpen]);
  useFollow(isOpen ? ['press:*'] : [], () => askNow.current?.());
}
