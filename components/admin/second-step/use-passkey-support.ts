import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import { useSyncExternalStore } from 'react';

const neverChanges = () => () => undefined;

/** WebAuthn support; null until detected. */
export function usePasskeySupport(): boolean | null {
  return useSyncExternalStore(neverChanges, browserSupportsWebAuthn, () => null);
}
