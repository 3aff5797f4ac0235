import { useSyncExternalStore } from 'react';

const neverChanges = () => () => undefined;
const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const serverZone = () => 'UTC';

/** The time zone of whoever looks; UTC until the page is alive, because the server cannot know it. */
export function useZone(): string {
  return useSyncExternalStore(neverChanges, ownZone, serverZone);
}
