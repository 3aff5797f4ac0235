import { useSyncExternalStore } from 'react';
import { instantText } from '#components/ui/instant-text.ts';
import { clockTickMs, subscribeToClock } from '#components/ui/shared-clock.ts';
import { useZone } from '#components/ui/use-zone.ts';

const MINUTE_MS = 60_000;
const thisMinute = () => Math.floor(clockTickMs() / MINUTE_MS) * MINUTE_MS;

/** The time of this screen, with its zone; nothing before hydration. */
export function WallClock() {
  const zone = useZone();
  const atMs = useSyncExternalStore(subscribeToClock, thisMinute, () => null);
  if (atMs === null) return null;
  const at = new Date(atMs).toISOString();
  return <time dateTime={at}>{`${instantText(at, zone).slice(11, 16)} ${zone}`}</time>;
}
