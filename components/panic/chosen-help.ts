import {
  type DeviceStore,
  forgetOnDevice,
  HELP_KEY,
  keepOnDevice,
  readFromDevice,
} from '#components/panic/device-store.ts';

// The kind of help that was last chosen on this device, as AURA's id: every press from here asks for it. Part of the
// inline script too: no schema library.

export function keepHelp(responseTypeId: number, store?: () => DeviceStore): void {
  keepOnDevice(HELP_KEY, responseTypeId, store);
}

export function recallHelp(store?: () => DeviceStore): number | undefined {
  const kept = readFromDevice(HELP_KEY, store);
  return typeof kept === 'number' ? kept : undefined;
}

export function forgetHelp(store?: () => DeviceStore): void {
  forgetOnDevice(HELP_KEY, store);
}
