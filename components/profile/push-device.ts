import { deviceOf, isInstalledApp, ownSubscription } from '#components/panic/ready/this-device.ts';
import type { PushFacts } from '#components/profile/push-state.ts';
import { dropPush, keepPush } from '#lib/push/queries.ts';

// What this browser does about pushes. Loaded after the page, by who may want it.

/** What this browser tells; `isKept` is our server's. */
export async function readPushFacts(isKept: boolean): Promise<PushFacts> {
  const { userAgent } = navigator;
  const hasPush = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
  return {
    ...{ hasPush, isKept, userAgent },
    permission: hasPush ? Notification.permission : 'default',
    isSubscribed: (await ownSubscription()) !== null,
    device: deviceOf(userAgent),
    isInstalled: isInstalledApp(),
  };
}

export type Turned = 'on' | 'off' | 'not_allowed' | 'failed';

/** Asks the person, by the browser's own question, then subscribes and tells our server. */
export async function turnPushesOn(publicKey: string): Promise<Turned> {
  if ((await Notification.requestPermission()) !== 'granted') return 'not_allowed';
  try {
    await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
    const { pushManager } = await navigator.serviceWorker.ready;
    // One from before may be of another person, or by another key of ours.
    await (await pushManager.getSubscription())?.unsubscribe();
    const applicationServerKey = bytesOf(publicKey);
    const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
    if (await keepPush(made, publicKey)) return 'on';
    await made.unsubscribe();
  } catch {
    // The browser's push service did not answer, or there is none.
  }
  return 'failed';
}

/** Ends it here in any case; a push service then refuses what our server would still send. */
export async function turnPushesOff(): Promise<Turned> {
  const isHeard = await dropPush();
  const subscription = await ownSubscription();
  const isEnded = subscription ? await subscription.unsubscribe().catch(() => false) : false;
  return isHeard || isEnded ? 'off' : 'failed';
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}
