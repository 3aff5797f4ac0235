import { useSyncExternalStore } from 'react';

const neverChanges = () => () => undefined;
const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const serverZone = () => 'UTC';

/** The viewer's time zone; UTC until hydration. */
export function useZone(): string {
  return useSyncExternalStore(neverChanges, ownZone, serverZone);
}
