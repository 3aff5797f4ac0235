import type { Random } from './random.ts';

// What will happen, drawn from the seed before anything does.

/**
 * What a press knows of its place. `live`: all along. `stale`: the last position that the device knew, minutes old.
 * `saved`: nothing, but its person has saved an address. `late` and `moved`: nothing at first, and a live position with a
 * second request; of `moved` the person has saved an address, which help may have been sent to by then.
 */
export type Place = 'live' | 'stale' | 'saved' | 'late' | 'moved';

/** The stable route, by a script or by a plain form. */
export type Door = 'json' | 'form';

export type PlannedPress = {
  readonly pressId: string;
  readonly kind: 'real' | 'test';
  readonly place: Place;
  readonly door: Door;
  /** Taken back so long after it was first sent; null when it is not. */
  readonly takenBackAfterMs: number | null;
};

const SHARES: readonly (readonly [Place, number])[] = [
  ['stale', 0.08],
  ['saved', 0.04],
  ['late', 0.05],
  ['moved', 0.05],
];
const FORM_SHARE = 0.1;
/** Half of those who take a press back do so before they can have heard of it. */
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

/** So many moments before the last, in order. */
export function planMoments(random: Random, count: number, lastMs: number): number[] {
  return Array.from({ length: count }, () => random.between(0, lastMs)).sort((one, other) => one - other);
}
