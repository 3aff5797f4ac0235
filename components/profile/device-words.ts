import { dayText } from '#components/ui/day.tsx';
import type { DeviceShown } from '#lib/identity/schema.ts';
import type { Translate } from '#lib/languages/translate.ts';

/** A device in the words of the page. By the server, which knows the days of every language. */
export type DeviceWords = Pick<DeviceShown, 'deviceId' | 'isThisOne'> & {
  name: string;
  uses: string;
  /** What its button says to those who do not see what it stands beside. */
  switchOff: string;
};

/** What `deviceName` calls what it does not know by name. */
const UNNAMED = { 'Unknown browser': 'device.browser', 'iPhone or iPad': 'device.apple' } as const;

export function deviceWords(device: DeviceShown, t: Translate): DeviceWords {
  const { deviceId, isThisOne, signedInAt, lastUsedAt } = device;
  const name = nameIn(device.name, t);
  const day = dayText(signedInAt, t.language);
  const signedIn = t('device.signedIn', { day });
  const lastUsed = t('device.lastUsed', { day: dayText(lastUsedAt, t.language) });
  return {
    ...{ deviceId, isThisOne, name },
    uses: isThisOne ? signedIn : `${signedIn} ${lastUsed}`,
    switchOff: t('device.switchOffOne', { name, day }),
  };
}

function nameIn(kept: string, t: Translate): string {
  const [browser = '', system] = kept
    .split(' on ')
    .map((part) => (isUnnamed(part) ? t(UNNAMED[part]) : part));
  return system === undefined ? browser : t('device.name', { browser, system });
}

function isUnnamed(part: string): part is keyof typeof UNNAMED {
  return Object.hasOwn(UNNAMED, part);
}
