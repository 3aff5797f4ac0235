import {
  type DeviceStore,
  forgetOnDevice,
  keepOnDevice,
  PRESS_KEY,
  readFromDevice,
} from '#components/panic/device-store.ts';
import { type Press, readPress } from '#components/panic/press.ts';

/** Where a press is kept until its end is known. */
export type PressKeeper = {
  /** False where it could not be kept. */
  keep: (press: Press) => boolean;
  forget: (pressId: string) => void;
  recall: () => Press | undefined;
  /** Forgets whatever is kept. */
  clear: () => void;
};

/** This device. The press goes on being known here when the page is closed. */
export const deviceKeeper: PressKeeper = {
  keep: (press) => keepPress(press),
  forget: (pressId) => forgetPress(pressId),
  recall: () => recallPress(),
  clear: () => clearPresses(),
};

/** Nowhere: for practice, which the real page must never go on with. */
export const noKeeper: PressKeeper = {
  keep: () => false,
  forget: () => undefined,
  recall: () => undefined,
  clear: () => undefined,
};

/** Keeps the press on the device until its end is known. False where the browser refuses to keep anything. */
export function keepPress(kept: Press, store?: () => DeviceStore): boolean {
  return keepOnDevice(PRESS_KEY, kept, store);
}

/** Forgets the press if it is the one that is kept. */
export function forgetPress(pressId: string, store?: () => DeviceStore): void {
  if (recallPress(store)?.pressId === pressId) forgetOnDevice(PRESS_KEY, store);
}

/** Forgets whatever is kept, also what cannot be read. */
export function clearPresses(store?: () => DeviceStore): void {
  forgetOnDevice(PRESS_KEY, store);
}

/** The press that was kept and never forgotten: its page was closed or reloaded before its end was known. */
export function recallPress(store?: () => DeviceStore): Press | undefined {
  return readPress(readFromDevice(PRESS_KEY, store));
}
