/** As far as it changes where a setting is found. */
export type Device = 'ios' | 'android' | 'other';

export function deviceOf(userAgent: string): Device {
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'ios';
  return /Android/.test(userAgent) ? 'android' : 'other';
}

/** Whether this page runs as an installed app. */
export function isInstalledApp(): boolean {
  return window.matchMedia?.('(display-mode: standalone), (display-mode: fullscreen)').matches ?? false;
}

/** What this browser has subscribed to push messages with; null where it has not. */
export async function ownSubscription(): Promise<PushSubscription | null> {
  try {
    const registration = await navigator.serviceWorker?.getRegistration();
    return (await registration?.pushManager?.getSubscription()) ?? null;
  } catch {
    // Private windows and some settings refuse even the question.
    return null;
  }
}
