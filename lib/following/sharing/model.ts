// Rate limit of share links. Pure; time is passed in.

const WINDOW_MS = 60_000;
/** A page polls every ten seconds; this leaves room for a family, and none for a flood. */
export const LOOKS_A_MINUTE = 120;

export type Looks = { sinceMs: number; count: number };

export function countLook(before: Looks | undefined, atMs: number): { looks: Looks; isTooMany: boolean } {
  const isSameWindow = before !== undefined && atMs - before.sinceMs < WINDOW_MS;
  const looks = isSameWindow ? { ...before, count: before.count + 1 } : { sinceMs: atMs, count: 1 };
  return { looks, isTooMany: looks.count > LOOKS_A_MINUTE };
}
