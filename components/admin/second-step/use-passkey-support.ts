import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import { useSyncExternalStore } from 'react';

const neverChanges = () => () => undefined;

/** Whether this browser can make and use passkeys; null until it has been asked, and so without script. */
export function usePasskeySupport(): boolean | null {
  return useSyncExternalStore(neverChanges, browserSupportsWebAuthn, () => null);
}
