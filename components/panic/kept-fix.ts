import type { SoughtFix } from '#components/panic/position-seeker.ts';
import { locationInput } from '#lib/geo/schema.ts';

const KEY = 'vigil.fix';

type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Keeps the newest fix on this device, for a press that will find none. */
export function keepFix(fix: SoughtFix, storage: () => Keeper = deviceStorage): void {
  try {
    storage().setItem(KEY, JSON.stringify(fix));
  } catch {
    // Storage is full or switched off: then there is no last known position, which is not an error.
  }
}

/** The last fix that this device had, however old, as what it is now. */
export function recallFix(storage: () => Keeper = deviceStorage): SoughtFix | undefined {
  const { data } = locationInput.safeParse(kept(storage));
  return data && { ...data, fixedAt: data.fixedAt.toISOString(), source: 'last_known' };
}

function kept(storage: () => Keeper): unknown {
  try {
    return JSON.parse(storage().getItem(KEY) ?? 'null');
  } catch {
    // Storage is switched off, or holds what we did not write.
    return null;
  }
}

/** Forgets where this device was. */
export function forgetFix(storage: () => Keeper = deviceStorage): void {
  try {
    storage().removeItem(KEY);
  } catch {
    // Storage is switched off: then nothing was kept there.
  }
}

function deviceStorage(): Keeper {
  return window.localStorage;
}
