import { type Press, readPress } from '#components/panic/press.ts';

const KEY = 'vigil.press';

type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

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

/** Nowhere: for practice, which the real page must never take up. */
export const noKeeper: PressKeeper = {
  keep: () => false,
  forget: () => undefined,
  recall: () => undefined,
  clear: () => undefined,
};

/** Keeps the press on the device until its end is known. False where the browser refuses to keep anything. */
export function keepPress(kept: Press, storage: () => Keeper = deviceStorage): boolean {
  try {
    storage().setItem(KEY, JSON.stringify(kept));
    return true;
  } catch {
    // Storage is full or switched off. The press goes out all the same; only a reload would lose it.
    return false;
  }
}

/** Forgets the press if it is the one that is kept. */
export function forgetPress(pressId: string, storage: () => Keeper = deviceStorage): void {
  if (recallPress(storage)?.pressId !== pressId) return;
  storage().removeItem(KEY);
}

/** Forgets whatever is kept, also what cannot be read. */
export function clearPresses(storage: () => Keeper = deviceStorage): void {
  try {
    storage().removeItem(KEY);
  } catch {
    // Storage is switched off: then nothing was kept there.
  }
}

/** The press that was kept and never forgotten: its page was closed or reloaded before its end was known. */
export function recallPress(storage: () => Keeper = deviceStorage): Press | undefined {
  return readPress(kept(storage));
}

function kept(storage: () => Keeper): unknown {
  try {
    return JSON.parse(storage().getItem(KEY) ?? 'null');
  } catch {
    // Storage is switched off, or holds what we did not write: nothing that could be sent again.
    return null;
  }
}

function deviceStorage(): Keeper {
  return window.localStorage;
}
