import { parseArgs } from 'node:util';
import { exceptionLines, historyLines } from './simulate/report.ts';
import { findPlanted, simulate } from './simulate/run.ts';

// npm run simulate -- --seed N --schedules M [--planted]: the protocol of a press in millions of simulated histories.

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    schedules: { type: 'string', default: '20000' },
    planted: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const schedules = Number(values.schedules);
if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(schedules) || schedules < 1) {
  console.error('--seed and --schedules are whole numbers');
  process.exit(2);
}

if (values.planted) {
  let missed = 0;
  for (const found of findPlanted(seed, schedules)) {
    if (found.failure === null) {
      missed += 1;
      console.log(`NOT FOUND  ${found.planted}: ${found.what}`);
    } else console.log(`${found.planted}: ${found.what}\n${historyLines(found.failure).join('\n')}\n`);
  }
  console.log(missed === 0 ? 'every planted fault was found' : `${missed} planted faults were not found`);
  process.exit(missed === 0 ? 0 : 1);
}

const startedMs = performance.now();
const result = simulate(seed, schedules);
const seconds = (performance.now() - startedMs) / 1_000;
if (result.failure) console.log(historyLines(result.failure).join('\n'));
for (const line of exceptionLines(result)) console.log(line);
const { done, steps } = result;
console.log(
  `${done} schedules, ${(steps / done).toFixed(1)} steps each, in ${seconds.toFixed(1)} s: ${Math.round(done / seconds)} a second`,
);
console.log(
  result.failure
    ? `violated by schedule ${result.failure.schedule} of seed ${seed}`
    : `seed ${seed}: 0 violations`,
);
process.exit(result.failure ? 1 : 0);
