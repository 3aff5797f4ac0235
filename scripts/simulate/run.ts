import { seededChoices, seedOf } from './choices.ts';
import { type PlantedFault, plantedFaults } from './faults.ts';
import { runSchedule, type Verdict } from './schedule.ts';
import { shrink } from './shrink.ts';
import type { Exception, Invariant } from './world.ts';

export type Failure = {
  seed: number;
  schedule: number;
  invariant: Invariant;
  what: string;
  /** The shortest history found. */
  history: readonly string[];
  choices: readonly number[];
};

export type Result = {
  done: number;
  steps: number;
  fewestSteps: number;
  exceptions: Map<Exception, number>;
  failure: Failure | null;
};

/** Runs schedules of one seed until one breaks an invariant. */
export function simulate(seed: number, schedules: number, planted: PlantedFault | null = null): Result {
  const result: Result = {
    done: 0,
    steps: 0,
    fewestSteps: Number.POSITIVE_INFINITY,
    exceptions: new Map(),
    failure: null,
  };
  for (let schedule = 0; schedule < schedules && !result.failure; schedule += 1) {
    const verdict = runSchedule(seededChoices(seedOf(seed, schedule)), planted);
    result.done += 1;
    result.steps += verdict.steps;
    if (verdict.violation) result.failure = explain(seed, schedule, planted);
    else result.fewestSteps = Math.min(result.fewestSteps, verdict.steps);
    for (const name of verdict.exceptions)
      result.exceptions.set(name, (result.exceptions.get(name) ?? 0) + 1);
  }
  return result;
}

/** One schedule with its history. */
export function replay(seed: number, schedule: number, planted: PlantedFault | null = null): Verdict {
  return runSchedule(seededChoices(seedOf(seed, schedule)), planted, true);
}

function explain(seed: number, schedule: number, planted: PlantedFault | null): Failure {
  const record: number[] = [];
  runSchedule(seededChoices(seedOf(seed, schedule), record), planted);
  const { list, verdict } = shrink(record, planted);
  const { violation, history } = verdict;
  if (!violation) throw new Error('a history that was shrunk breaks nothing any more');
  return { seed, schedule, ...violation, history, choices: list };
}

export type Found = { planted: PlantedFault; what: string; failure: Failure | null };

/** Every planted fault, and the first schedule that shows it. */
export function* findPlanted(seed: number, schedules: number): Generator<Found> {
  for (const planted of Object.keys(plantedFaults) as PlantedFault[]) {
    const { failure } = simulate(seed, schedules, planted);
    yield { planted, what: plantedFaults[planted].what, failure };
  }
}
