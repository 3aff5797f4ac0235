// Shift three times leaves the page. Pure: times are passed in.

/** How often Shift was pressed alone, and when last; `isAlone`: it is down, and no other key was hit since. */
export type Shifts = { count: number; at: number; isAlone: boolean };
export type KeyMove = { isDown: boolean; key: string; at: number };

export const NO_SHIFTS: Shifts = { count: 0, at: 0, isAlone: false };
export const SHIFTS_TO_LEAVE = 3;
/** A longer pause begins anew. */
export const SHIFT_PAUSE_MS = 5_000;

/** A Shift that writes a capital letter does not count, and any other key begins anew. */
export function countShift(shifts: Shifts, { isDown, key, at }: KeyMove): Shifts {
  if (key !== 'Shift') return isDown ? NO_SHIFTS : shifts;
  if (isDown) return { ...shifts, isAlone: true };
  if (!shifts.isAlone) return shifts;
  const isSoon = shifts.count > 0 && at - shifts.at <= SHIFT_PAUSE_MS;
  return { count: isSoon ? shifts.count + 1 : 1, at, isAlone: false };
}
