// Share links: how long they work, and their rate limit. Pure; time is passed in.

const LIFETIME_MS = 24 * 3_600_000;

/** A link works until the close, or for a day. */
export function linkUntil(at: Date): Date {
  return new Date(at.getTime() + LIFETIME_MS);
}

export function linkOf(token: string, appUrl: string): string {
  return new URL(`/follow/${token}`, appUrl).href;
}

const WINDOW_MS = 60_000;
/** A page polls every ten seconds; this leaves room for a family, and none for a flood. */
export const MAX_VIEWS_PER_MINUTE = 120;

export type Views = { sinceMs: number; count: number };

export function countView(before: Views | undefined, atMs: number): { views: Views; isTooMany: boolean } {
  const isSameWindow = before !== undefined && atMs - before.sinceMs < WINDOW_MS;
  const views = isSameWindow ? { ...before, count: before.count + 1 } : { sinceMs: atMs, count: 1 };
  return { views, isTooMany: views.count > MAX_VIEWS_PER_MINUTE };
}
