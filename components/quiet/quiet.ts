import { QUIET_COOKIE, QUIET_SECONDS } from '#lib/push/model.ts';

// Silent mode of this browser: begun by a silent press, ended by the person or after two hours. The attribute darkens the
// page at once (app/alarm-modes.css); the cookie tells the server, which puts messages first. Also part of an inline
// script: no React.

const CHANGED = 'vigil-quiet';

export const startQuiet = (): void => setQuiet(true);
export const endQuiet = (): void => setQuiet(false);

/** Whether this page must make no sound, no vibration and no light. */
export function isQuiet(): boolean {
  return document.documentElement.hasAttribute('data-quiet');
}

export function onQuietChange(changed: () => void): () => void {
  window.addEventListener(CHANGED, changed);
  return () => window.removeEventListener(CHANGED, changed);
}

function setQuiet(isOn: boolean): void {
  document.documentElement.toggleAttribute('data-quiet', isOn);
  const secure = window.location.protocol === 'https:' ? '; Secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is missing in browsers that we serve
  document.cookie = `${QUIET_COOKIE}=1; Path=/; Max-Age=${isOn ? QUIET_SECONDS : 0}; SameSite=Lax${secure}`;
  window.dispatchEvent(new Event(CHANGED));
}
