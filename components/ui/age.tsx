'use client';

import { useSyncExternalStore } from 'react';
import { ageText } from '#components/ui/age-text.ts';
import { clockTickMs, firstTickOf, subscribeToClock } from '#components/ui/shared-clock.ts';

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
  const sinceServerMs = tickMs === undefined ? 0 : Math.max(0, tickMs - firstTickOf(now));
  return (
    <time dateTime={at} title={at} className="tabular-nums whitespace-nowrap">
      {ageText(Date.parse(now) - Date.parse(at) + sinceServerMs)}
    </time>
  );
}
