import { useCallback, useEffect, useRef, useState } from 'react';
import { hasFixedLately, recallFix } from '#components/panic/kept-fix.ts';
import { usePositionPermission } from '#components/panic/position-permission.ts';
import { browserGeolocation } from '#components/panic/position-seeker.ts';
import { deviceName } from '#components/position/device-name.ts';
import {
  type PositionSender,
  type SenderState,
  sendPositions,
} from '#components/position/position-sender.ts';
import { useWakeLock } from '#components/position/wake-lock.ts';
import { postReport } from '#lib/following/positions/queries.ts';
import { now } from '#lib/platform/clock.ts';

/** `unasked`: permission must be requested by a user gesture. */
type StreamState = SenderState | { kind: 'unknown' } | { kind: 'unasked' };

/**
 * Streams the device's position for an open callout while mounted; `bearer` authenticates without cookies.
 */
export function usePositionStream(
  calloutId: number,
  isOpen: boolean,
  bearer?: string,
): { state: StreamState; start: () => void } {
  const permission = usePositionPermission();
  const [isWanted, setWanted] = useState(false);
  const [state, setState] = useState<SenderState>();
  // After a grant, a reset permission is requested again rather than stopping silently. A position of the press is one, too.
  useEffect(() => {
    const isGiven = permission === 'prompt' && hasFixedLately(recallFix(), now().getTime());
    if (permission === 'granted' || isGiven) setWanted(true);
  }, [permission]);
  const isAsked = permission !== 'unknown' && (permission !== 'prompt' || isWanted);
  // A new permission state restarts the stream, as the old watch is dead.
  const running = isOpen && isAsked ? permission : null;

  const current = useRef<PositionSender>(undefined);
  // Declared first, so that its cleanup reports before the stream stops.
  useEffect(() => () => current.current?.leave('closed'), []);

  useEffect(() => {
    if (running === null) return undefined;
    const sender = sendPositions({
      geolocation: browserGeolocation(),
      device: deviceName(),
      post: (report) => postReport(calloutId, report, bearer),
      onState: setState,
    });
    current.current = sender;
    const stop = new AbortController();
    const { signal } = stop;
    const onVisibility = () => {
      if (document.visibilityState === 'visible') sender.resume();
      else sender.leave('hidden');
    };
    document.addEventListener('visibilitychange', onVisibility, { signal });
    // Also on loss, so that the page shows it at once.
    for (const change of ['online', 'offline']) window.addEventListener(change, sender.resume, { signal });
    window.addEventListener('pageshow', (event) => event.persisted && sender.resume(), { signal });
    window.addEventListener('pagehide', () => sender.leave('closed'), { signal });
    return () => {
      stop.abort();
      sender.stop();
      setState(undefined);
    };
  }, [calloutId, running, bearer]);
  useWakeLock(running !== null && state?.kind !== 'ended');

  const start = useCallback(() => setWanted(true), []);
  if (permission === 'unknown') return { state: { kind: 'unknown' }, start };
  return { state: isAsked ? (state ?? { kind: 'seeking' }) : { kind: 'unasked' }, start };
}
