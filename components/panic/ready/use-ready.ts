import { useEffect, useEffectEvent, useState } from 'react';
import type { SoughtFix } from '#components/panic/position-seeker.ts';
import type { PressClient } from '#components/panic/press-client.ts';
import { monotonicMs, now } from '#lib/platform/clock.ts';

/** How often the page looks at the position that it keeps anyway. */
const LOOK_MS = 2_000;
/** A receiver that begins under the open sky has one by then. */
const PATIENCE_MS = 20_000;

export type Checked = {
  /** Null without an answer. */
  answerMs: number | null;
  isCovered: boolean | null;
  at: string;
};

/** The newest position of this page, as something to show; `isLate`: it should have one by now. */
export function useShownFix(warm: { readonly current: SoughtFix | undefined }) {
  const [fix, setFix] = useState<SoughtFix>();
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const look = () => setFix(warm.current);
    look();
    const timer = setInterval(look, LOOK_MS);
    const patience = setTimeout(() => setIsLate(true), PATIENCE_MS);
    return () => {
      clearInterval(timer);
      clearTimeout(patience);
    };
  }, [warm]);
  return { fix, isLate };
}

/**
 * One round trip to the server, with the position where there is one: when the page opens, when it first has a position,
 * when another kind of help is chosen, when the browser says that its connection changed, and when asked to.
 */
export function useCheck(
  check: PressClient['checkReady'],
  fix: SoughtFix | undefined,
  responseTypeId: number | null,
): { checked: Checked | undefined; again: () => void } {
  const [checked, setChecked] = useState<Checked>();
  const run = useEffectEvent(async () => {
    if (!check) return;
    const startedMs = monotonicMs();
    const isOffline = navigator.onLine === false;
    const answer = isOffline ? undefined : await check(fix, responseTypeId).catch(() => undefined);
    const answerMs = answer ? monotonicMs() - startedMs : null;
    setChecked({ answerMs, isCovered: answer?.isCovered ?? null, at: now().toISOString() });
  });
  const hasFix = fix !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what makes another round trip worth its data
  useEffect(() => void run(), [hasFix, responseTypeId]);
  useEffect(() => {
    const changed = () => void run();
    window.addEventListener('online', changed);
    window.addEventListener('offline', changed);
    return () => {
      window.removeEventListener('online', changed);
      window.removeEventListener('offline', changed);
    };
  }, []);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (asked > 0) void run();
  }, [asked]);
  return { checked, again: () => setAsked((count) => count + 1) };
}
