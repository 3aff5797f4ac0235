import { useSyncExternalStore } from 'react';

const neverChanges = () => () => undefined;

/** False until hydration: for controls that do nothing without scripts. */
export function useHasScripts(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
}
