import type { Failure, Result } from './run.ts';
import { type Exception, exceptions } from './world.ts';

/** A failure and its history, for a reader. */
export function historyLines({ seed, schedule, invariant, what, history }: Failure): string[] {
  return [
    `  seed ${seed}, schedule ${schedule} breaks "${invariant}": ${what}`,
    ...history.map((line) => `  ${line}`),
  ];
}

/** The known exceptions, with how many schedules met each. */
export function exceptionLines({ exceptions: met, done }: Pick<Result, 'exceptions' | 'done'>): string[] {
  return (Object.keys(exceptions) as Exception[]).map(
    (name) => `  ${String(met.get(name) ?? 0).padStart(8)} of ${done}  ${name}: ${exceptions[name]}`,
  );
}
