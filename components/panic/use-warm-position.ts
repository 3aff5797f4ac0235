import { useEffect, useRef } from 'react';
import { keepFix } from '#components/panic/kept-fix.ts';
import type { PositionPermission } from '#components/panic/position-permission.ts';
import {
  browserGeolocation,
  MAXIMUM_AGE_MS,
  type SoughtFix,
  toFix,
  watchPosition,
} from '#components/panic/position-seeker.ts';
import { now } from '#lib/platform/clock.ts';

/**
 * Keeps a position ready while the page is looked at, once it may be read: a press then has one at once, and
 * this device knows a last one. Never asks for the permission.
 */
export function useWarmPosition(permission: PositionPermission): { readonly current: SoughtFix | undefined } {
  const newest = useRef<SoughtFix>(undefined);
  useEffect(() => {
    if (permission !== 'granted') return undefined;
    let stopWatch = watch(newest);
    const onVisibility = () => {
      stopWatch();
      // The receiver costs power, and a hidden page cannot be pressed.
      stopWatch = document.visibilityState === 'visible' ? watch(newest) : () => undefined;
    };
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      stopWatch();
    };
  }, [permission]);
  return newest;
}

function watch(newest: { current: SoughtFix | undefined }): () => void {
  return watchPosition(
    browserGeolocation(),
    (position) => {
      const fix = toFix(position, now().getTime());
      if (!fix) return;
      newest.current = fix;
      keepFix(fix);
    },
    // The reason for a failure is shown when a press looks for a position, not before.
    () => undefined,
    { maximumAge: MAXIMUM_AGE_MS },
  );
}
