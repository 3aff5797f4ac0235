import { monotonicMs } from '#lib/platform/clock.ts';

const doneAt = new Map<string, number>();

/** Notes that this got something done now: a round of a job that came to its end without an error. */
export function noteProgress(name: string): void {
  doneAt.set(name, monotonicMs());
}

export function lastProgress(name: string): number | null {
  return doneAt.get(name) ?? null;
}
