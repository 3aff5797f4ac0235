import type { Device } from '#components/panic/ready/this-device.ts';
import type { Key } from '#lib/languages/en/messages.ts';
import type { Translate } from '#lib/languages/translate.ts';

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

const ALLOW = {
  ios: 'pushes.denied.ios',
  android: 'pushes.denied.android',
  other: 'pushes.denied.other',
} as const satisfies Record<Device, Key>;

type Words = { now: string; todo?: string };

/** What is so on this device, and what to do about it. */
export function pushWords(state: PushState, device: Device, t: Translate): Words {
  switch (state) {
    case 'on':
      return { now: t('pushes.on') };
    case 'off':
      return { now: t('pushes.off') };
    case 'denied':
      return { now: t('pushes.denied'), todo: t(ALLOW[device]) };
    case 'other_browser':
      return { now: t('pushes.app'), todo: t('pushes.app.todo') };
    case 'install_first':
      return { now: t('pushes.install'), todo: t('pushes.install.todo') };
    case 'unsupported':
      return { now: t('pushes.unsupported'), todo: t('pushes.unsupported.todo') };
  }
}
