import { readFileSync } from 'node:fs';
import type { ChaosStack } from '../chaos/stack.ts';

/** The kernel counts in hundredths of a second. */
const TICK_MS = 10;
/** Behind the name, which may hold anything: own time in user and system mode, and that of children that have ended. */
const TIMES = [11, 12, 13, 14] as const;

/** Milliseconds of processor time that app and database have used so far. */
export function cpuMsOf(stack: ChaosStack): number {
  const app = stack.pidOf('app');
  const pids = [...(app === undefined ? [] : [app]), ...stack.databasePids()];
  return pids.reduce((sum, pid) => sum + usedMs(pid), 0);
}

/** Milliseconds of processor time that a process has used so far. */
export function usedMs(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return TIMES.reduce((sum, index) => sum + Number(fields[index] ?? 0) * TICK_MS, 0);
  } catch (error) {
    // A server process that has ended meanwhile is counted by its parent.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
    throw error;
  }
}
