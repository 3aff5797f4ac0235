import 'server-only';
import { log } from '#lib/platform/log.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';

// Parts of what devices send that could not be used. Counted by their names alone: a value could say where somebody is.

type Counted = Map<string, { of: string; part: string; times: number }>;
const counted = () => processSingleton('dropped-parts', (): Counted => new Map());

/** Counts what was dropped from one request. */
export function noteDropped(of: 'press' | 'position', parts: readonly string[]): void {
  if (parts.length === 0) return;
  for (const part of parts) {
    const entry = counted().get(`${of} ${part}`) ?? { of, part, times: 0 };
    entry.times += 1;
    counted().set(`${of} ${part}`, entry);
  }
  log.warn({ of, parts: [...new Set(parts)] }, 'unusable parts of a request dropped');
}

/** How often each part was dropped since this process began. */
export function droppedParts(): { of: string; part: string; times: number }[] {
  return [...counted().values()];
}
