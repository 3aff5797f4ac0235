// npm run bench:console -- [--callouts N] [--points N] [--open N] [--only TEXT]
// How long the server works for each page of the console, with a hundred thousand callouts behind it: one run against
// the production build, on a database of its own. Exits with 1 when what the limit is for takes longer.
import { mkdirSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { cpuMsOf } from './bench-console/cpu.ts';
import { AT_ONCE, measureTargets } from './bench-console/measure.ts';
import { targetsOf } from './bench-console/targets.ts';
import { signInOperator } from './chaos/operator.ts';
import { ownSecretKey } from './chaos/own-settings.ts';
import { figure, mustHold, percentile, print } from './chaos/report.ts';
import { startChaosStack } from './chaos/stack.ts';
import { fillDatabase } from './seed/fill.ts';
import { CALLOUTS_EACH } from './seed/plan.ts';
import { sealsOf } from './seed/seals.ts';

const { values } = parseArgs({
  options: {
    callouts: { type: 'string', default: '100000' },
    points: { type: 'string', default: '1000000' },
    open: { type: 'string', default: '300' },
    only: { type: 'string', default: '' },
  },
});

/** Milliseconds of server time that nineteen in twenty answers may take. */
const LIMIT_MS = 60;

const secretKey = ownSecretKey();
mkdirSync('test-results', { recursive: true });

const callouts = Number(values.callouts);
const plan = {
  callouts,
  points: Number(values.points),
  open: Number(values.open),
  persons: Math.round(callouts / CALLOUTS_EACH),
  seed: 20_261_123,
  until: new Date(),
};

const stack = await startChaosStack('bench-console', secretKey);
const database = new Client({ connectionString: stack.databaseUrl });
let isWithin = true;
try {
  await database.connect();
  const say = (line: string) => console.log(line);
  await fillDatabase(plan, { database, aura: stack.aura, ...sealsOf(), say });
  let cookie = await signInOperator(stack);
  const get = async (path: string): Promise<Response> => {
    const answer = await fetch(`${stack.url}${path}`, { headers: { cookie }, redirect: 'manual' });
    if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}`);
    return answer;
  };
  const targets = (await targetsOf(database, get)).filter(({ name }) => name.includes(values.only));
  const before = loadavg();
  const measured = await measureTargets(
    get,
    targets,
    () => cpuMsOf(stack),
    async (words) => {
      say(words);
      // The export asks for a sign-in of the last minutes.
      cookie = await signInOperator(stack);
    },
  );
  const words = (times: readonly number[]) =>
    [0.5, 0.95].map((share) => percentile(times, share).toFixed(1)).join(', ');
  const figures = measured.map(({ target, singly, together, cpuMs }) => {
    const value = `${words(singly)} · ${words(together)} · ${cpuMs.toFixed(0)}`;
    const p95 = percentile(singly, 0.95);
    return target.isJudged ? mustHold(target.name, value, p95 <= LIMIT_MS) : figure(target.name, value);
  });
  print({
    title: `Server time in ms, ${callouts} callouts, ${plan.points} points, ${plan.open} open (p50, p95 singly · p50, p95 of ${AT_ONCE} at once · CPU an answer)`,
    figures: [
      ...figures,
      figure(
        'cores, load before and after',
        `${cpus().length}, ${before[0]?.toFixed(1)}, ${loadavg()[0]?.toFixed(1)}`,
      ),
    ],
  });
  isWithin = figures.every(({ holds }) => holds !== false);
} finally {
  await database.end();
  await stack.stop();
}
process.exit(isWithin ? 0 : 1);
