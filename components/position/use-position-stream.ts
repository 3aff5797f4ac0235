import { useCallback, useEffect, useRef, useState } from 'react';
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

/** `unasked`: the browser would have to ask the person first, and that is better done by their own hand. */
type StreamState = SenderState | { kind: 'unknown' } | { kind: 'unasked' };

/** Sends this device's position for an open callout while the page is there; by `bearer` where no cookie goes along. */
export function usePositionStream(
  calloutId: number,
  isOpen: boolean,
  bearer?: string,
): { state: StreamState; start: () => void } {
  const permission = usePositionPermission();
  const [isWanted, setWanted] = useState(false);
  const [state, setState] = useState<SenderState>();
  // Whoever allowed it wants it: when the browser forgets, it is asked again rather than stopped without a word.
  useEffect(() => {
    if (permission === 'granted') setWanted(true);
  }, [permission]);
  const isAsked = permission !== 'unknown' && (permission !== 'prompt' || isWanted);
  // Of it everything begins anew: a permission that is given back finds the receiver's watch dead.
  const running = isOpen && isAsked ? permission : null;

  const current = useRef<PositionSender>(undefined);
  // Before the effect that begins and stops, so that the last word goes out before the stop.
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
    // Also when it is lost: what the page says must not wait for the next turn.
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
