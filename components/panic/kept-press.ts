import { type Press, readPress } from '#components/panic/press.ts';

const KEY = 'vigil.press';

type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

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

/** The press that was kept and never forgotten: its page was closed or reloaded before its end was known. */
export function recallPress(storage: () => Keeper = deviceStorage): Press | undefined {
  try {
    const text = storage().getItem(KEY);
    return text === null ? undefined : readPress(JSON.parse(text));
  } catch {
    // Storage is switched off, or holds what we did not write: nothing that could be sent again.
    return undefined;
  }
}

function deviceStorage(): Keeper {
  return window.localStorage;
}
