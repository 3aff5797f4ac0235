import type { Failure, Result } from './run.ts';
import { type Exception, exceptions } from './world.ts';

/** A failure for whoever has to understand it. */
export function historyLines({ seed, schedule, invariant, what, history }: Failure): string[] {
  return [
    `  seed ${seed}, schedule ${schedule} breaks "${invariant}": ${what}`,
    ...history.map((line) => `  ${line}`),
  ];
}

/** What the protocol cannot promise, with how many schedules met it. */
export function exceptionLines({ exceptions: met, done }: Pick<Result, 'exceptions' | 'done'>): string[] {
  return (Object.keys(exceptions) as Exception[]).map(
    (name) => `  ${String(met.get(name) ?? 0).padStart(8)} of ${done}  ${name}: ${exceptions[name]}`,
  );
}
