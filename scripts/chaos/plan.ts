import type { Random } from './random.ts';

// The plan, drawn from the seed in advance.

/**
 * What a device knows of its position. `live`: always. `stale`: minutes old. `saved`: none, but a saved
 * address. `late`, `moved`: none at first, a live one in a second request; `moved` also has a saved address,
 * which help may have been sent to by then.
 */
export type Place = 'live' | 'stale' | 'saved' | 'late' | 'moved';

/** JSON or plain form, to the stable endpoint. */
export type Door = 'json' | 'form';

export type PlannedPress = {
  readonly pressId: string;
  readonly kind: 'real' | 'test';
  readonly place: Place;
  readonly door: Door;
  /** Delay of the withdrawal; null without one. */
  readonly takenBackAfterMs: number | null;
};

const SHARES: readonly (readonly [Place, number])[] = [
  ['stale', 0.08],
  ['saved', 0.04],
  ['late', 0.05],
  ['moved', 0.05],
];
const FORM_SHARE = 0.1;
/** Half of the withdrawals come before any response can have arrived. */
const HASTY_MS = 500;
const SLOW_MS = 5_000;

export function planPress(random: Random, takenBackShare: number): PlannedPress {
  const isTakenBack = random.next() < takenBackShare;
  const isHasty = random.next() < 0.5;
  return {
    pressId: random.uuid(),
    kind: 'real',
    place: planPlace(random),
    door: random.next() < FORM_SHARE ? 'form' : 'json',
    takenBackAfterMs: isTakenBack ? random.between(0, isHasty ? HASTY_MS : SLOW_MS) : null,
  };
}

function planPlace(random: Random): Place {
  let left = random.next();
  for (const [place, share] of SHARES) {
    if (left < share) return place;
    left -= share;
  }
  return 'live';
}

export const savesAddress = ({ place }: PlannedPress): boolean => place === 'saved' || place === 'moved';

/** Sorted random times before the last. */
export function planMoments(random: Random, count: number, lastMs: number): number[] {
  return Array.from({ length: count }, () => random.between(0, lastMs)).sort((one, other) => one - other);
}
