// This device's storage. Part of the inline script too: no schema library.

export const PRESS_KEY = 'vigil.press';
export const FIX_KEY = 'vigil.fix';
export const CODES_KEY = 'vigil.codes';
export const PRACTISED_KEY = 'vigil.practised';
export const HELP_KEY = 'vigil.help';

/** The browser's storage; access throws where it is switched off. */
export type DeviceStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

function deviceStore(): DeviceStore {
  return window.localStorage;
}

/** False where the browser refuses to keep anything. */
export function keepOnDevice(key: string, value: unknown, store: () => DeviceStore = deviceStore): boolean {
  try {
    store().setItem(key, JSON.stringify(value));
    return true;
  } catch {
    // Storage is full or switched off: then the value is lost when the page is reloaded.
    return false;
  }
}

/** What was kept, whatever it is; null where nothing can be read. */
export function readFromDevice(key: string, store: () => DeviceStore = deviceStore): unknown {
  try {
    return JSON.parse(store().getItem(key) ?? 'null');
  } catch {
    // Storage is switched off, or holds what we did not write.
    return null;
  }
}

export function forgetOnDevice(key: string, store: () => DeviceStore = deviceStore): void {
  try {
    store().removeItem(key);
  } catch {
    // Storage is switched off: then nothing was kept there.
  }
}
