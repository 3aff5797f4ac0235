import type { Device } from '#components/panic/ready/this-device.ts';

// Whether this browser shows messages while the page is closed, and what to do where it does not. Pure.

export type PushFacts = {
  /** Whether the browser has push messages at all, on this page. */
  hasPush: boolean;
  permission: NotificationPermission;
  /** Whether the browser is subscribed, and whether our server knows of it. */
  isSubscribed: boolean;
  isKept: boolean;
  device: Device;
  isInstalled: boolean;
  userAgent: string;
};

export type PushState = 'on' | 'off' | 'denied' | 'other_browser' | 'install_first' | 'unsupported';

/** Browsers inside other apps, which show no messages. */
const INSIDE_AN_APP = /\bFBA[NV]\b|Instagram|\bLine\/|Twitter|musical_ly|; wv\)/;

export function pushStateOf(facts: PushFacts): PushState {
  const { hasPush, permission, isSubscribed, isKept, device, isInstalled, userAgent } = facts;
  if (INSIDE_AN_APP.test(userAgent)) return 'other_browser';
  if (!hasPush) return device === 'ios' && !isInstalled ? 'install_first' : 'unsupported';
  if (permission === 'denied') return 'denied';
  return permission === 'granted' && isSubscribed && isKept ? 'on' : 'off';
}

const ALLOW: Record<Device, string> = {
  ios: 'Open Settings, then Notifications. Find this app there and allow notifications. Then come back here.',
  android:
    'Tap the sign beside the web address, then Permissions. Allow notifications. Then load this page again.',
  other: 'Click the sign beside the web address. Allow notifications. Then load this page again.',
};

type Words = { now: string; todo?: string };

/** What is so on this device, and what to do about it. */
export function pushWords(state: PushState, device: Device): Words {
  switch (state) {
    case 'on':
      return { now: 'Messages are on for this device.' };
    case 'off':
      return { now: 'Messages are off for this device.' };
    case 'denied':
      return { now: 'Your browser does not allow messages from this site.', todo: ALLOW[device] };
    case 'other_browser':
      return {
        now: 'You opened this page inside another app. Messages do not work there.',
        todo: 'Open this page in Chrome, Safari or Firefox.',
      };
    case 'install_first':
      return {
        now: 'An iPhone or iPad shows messages only for apps on the home screen.',
        todo: 'Tap Share, then “Add to Home Screen”. Open the app from there and come back to this page.',
      };
    case 'unsupported':
      return {
        now: 'This browser cannot show messages while the page is closed.',
        todo: 'Another browser may. You see all messages on the page itself.',
      };
  }
}
