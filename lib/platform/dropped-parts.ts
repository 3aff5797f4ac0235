import 'server-only';
import { log } from '#lib/platform/log.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';

// Counts unusable parts of devices' requests, by name only: a value could reveal a position.

type Counted = Map<string, { of: string; part: string; times: number }>;
const counted = () => processSingleton('dropped-parts', (): Counted => new Map());

export function countDropped(of: 'press' | 'position', parts: readonly string[]): void {
  if (parts.length === 0) return;
  for (const part of parts) {
    const entry = counted().get(`${of} ${part}`) ?? { of, part, times: 0 };
    entry.times += 1;
    counted().set(`${of} ${part}`, entry);
  }
  log.warn({ of, parts: [...new Set(parts)] }, 'unusable request fields dropped');
}

/** Counts since this process started. */
export function droppedPartCounts(): { of: string; part: string; times: number }[] {
  return [...counted().values()];
}
