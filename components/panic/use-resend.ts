import { useEffect, useEffectEvent } from 'react';

/** How often the server is probed while a press has no answer. */
const PROBE_EVERY_MS = 4_000;

type Resend = {
  /** While the press that was sent has no answer. */
  isUnanswered: boolean;
  /** Ends a press that has expired; false when nothing is left to be sent. */
  isStillDue: () => boolean;
  isReachable: () => Promise<boolean>;
  resend: () => Promise<void>;
};

/** Sends a press again as soon as the server can be reached, asked at every sign that it might be, and steadily. */
export function useResend({ isUnanswered, isStillDue, isReachable, resend }: Resend): void {
  const attempt = useEffectEvent(async () => {
    if (isStillDue() && (await isReachable())) await resend();
  });
  useEffect(() => {
    if (!isUnanswered) return undefined;
    const stop = new AbortController();
    let isBusy = false;
    const tryNow = async () => {
      // One at a time: a sign of life that comes during an attempt is the attempt's own.
      if (isBusy || stop.signal.aborted) return;
      isBusy = true;
      await attempt();
      isBusy = false;
    };
    const timer = setInterval(tryNow, PROBE_EVERY_MS);
    for (const sign of ['online', 'pageshow', 'focus']) {
      window.addEventListener(sign, tryNow, { signal: stop.signal });
    }
    document.addEventListener('visibilitychange', tryNow, { signal: stop.signal });
    return () => {
      stop.abort();
      clearInterval(timer);
    };
  }, [isUnanswered]);
}
