// How often one link may be looked at. Pure; time is passed in.

const WINDOW_MS = 60_000;
/** A page looks every ten seconds; this leaves room for a family, and none for a flood. */
export const LOOKS_A_MINUTE = 120;

export type Looks = { sinceMs: number; count: number };

/** The count after one more look, and whether that look is one too many. */
export function countLook(before: Looks | undefined, atMs: number): { looks: Looks; isTooMany: boolean } {
  const isSameWindow = before !== undefined && atMs - before.sinceMs < WINDOW_MS;
  const looks = isSameWindow ? { ...before, count: before.count + 1 } : { sinceMs: atMs, count: 1 };
  return { looks, isTooMany: looks.count > LOOKS_A_MINUTE };
}
