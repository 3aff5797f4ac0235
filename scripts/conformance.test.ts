import { expect, test } from 'vitest';
import { operationIds } from '#lib/aura/contract/operations.ts';
import { patience } from '#lib/testing/patience.ts';
import { effectNames } from '#sandbox/control/faults.ts';
import { switches, switchNames } from '#sandbox/control/switches.ts';
import { runConformance } from './conformance/run.ts';

// One of each replay class, and the one that is no JSON: what the client makes of a fault depends on these only.
const faultOperations = [
  'readCallout',
  'updateLocation',
  'createCallout',
  'createCustomer',
  'readCoverage',
] as const;

test('the client holds in every row, every switch position and every kind of fault', {
  timeout: patience(180_000),
}, async () => {
  const { operations, switches: positions, faults } = await runConformance(faultOperations);
  expect([...operations, ...positions, ...faults].filter(({ problem }) => problem !== null)).toEqual([]);
  expect(operations.map(({ subject }) => subject)).toEqual(operationIds);
  expect(positions.map(({ subject }) => subject)).toEqual(
    switchNames.flatMap((name) => switches[name].positions.map((position) => `${name}: ${position}`)),
  );
  expect(faults).toHaveLength(faultOperations.length * effectNames.length);
});
