import { describe, expect, test } from 'vitest';
import { listedChoices } from './choices.ts';
import { type PlantedFault, plantedFaults } from './faults.ts';
import { replay, simulate } from './run.ts';
import { runSchedule, STEPS } from './schedule.ts';

const SEED = 20261130;

test('no schedule of 20,000 breaks an invariant, and each has its steps', () => {
  const { done, failure, fewestSteps } = simulate(SEED, 20_000);
  expect(failure).toBeNull();
  expect(done).toBe(20_000);
  expect(fewestSteps).toBeGreaterThanOrEqual(STEPS);
});

test('the same seed gives the same history, byte for byte, and another seed another', () => {
  for (const schedule of [0, 7, 42, 300]) {
    const history = replay(SEED, schedule).history.join('\n');
    expect(history).not.toBe('');
    expect(replay(SEED, schedule).history.join('\n')).toBe(history);
    expect(replay(SEED + 1, schedule).history.join('\n')).not.toBe(history);
  }
});

describe('planted faults', () => {
  test.each(Object.keys(plantedFaults) as PlantedFault[])(
    '%s is found within 30,000 schedules',
    (planted) => {
      const { failure } = simulate(SEED, 30_000, planted);
      expect(plantedFaults[planted].breaks).toContain(failure?.invariant);
      // The short history breaks it by the fault alone: without that, the same choices break nothing.
      const { violation } = runSchedule(listedChoices(failure?.choices ?? []));
      expect(violation).toBeNull();
    },
  );
});
