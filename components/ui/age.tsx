'use client';

import { useState, useSyncExternalStore } from 'react';
import { ageText } from '#components/ui/age-text.ts';
import { clockTickMs, subscribeToClock } from '#components/ui/shared-clock.ts';

type AgeProps = {
  /** When the fact became true. */
  at: string;
  /** The server's moment when it said so. */
  now: string;
};

/**
 * How old a fact is, ticking. Counts from the server's `now`, so that a device whose clock is wrong
 * still shows the right age.
 */
export function Age({ at, now }: AgeProps) {
  const tickMs = useSyncExternalStore(subscribeToClock, clockTickMs, () => undefined);
  const [baseline, setBaseline] = useState({ now, tickMs });
  if (baseline.now !== now || (baseline.tickMs === undefined && tickMs !== undefined)) {
    setBaseline({ now, tickMs });
  }
  const sinceServerMs =
    tickMs !== undefined && baseline.tickMs !== undefined ? Math.max(0, tickMs - baseline.tickMs) : 0;
  return (
    <time dateTime={at} title={at} className="tabular-nums whitespace-nowrap">
      {ageText(Date.parse(now) - Date.parse(at) + sinceServerMs)}
    </time>
  );
}
