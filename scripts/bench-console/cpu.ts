import { readFileSync } from 'node:fs';
import type { ChaosStack } from '../chaos/stack.ts';

/** Linux reports CPU time in units of 10 ms. */
const TICK_MS = 10;
/** Fields of /proc/PID/stat after the name: user and system time, own and of reaped children. */
const TIMES = [11, 12, 13, 14] as const;

/** CPU time of app and database so far, in ms. */
export function cpuMsOf(stack: ChaosStack): number {
  const app = stack.pidOf('app');
  const pids = [...(app === undefined ? [] : [app]), ...stack.databasePids()];
  return pids.reduce((sum, pid) => sum + usedMs(pid), 0);
}

/** CPU time of a process so far, in ms. */
export function usedMs(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return TIMES.reduce((sum, index) => sum + Number(fields[index] ?? 0) * TICK_MS, 0);
  } catch (error) {
    // Ended meanwhile: counted by its parent.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
    throw error;
  }
}
