import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { slowness } from '#lib/testing/patience.ts';
import { runChecks, type Tally } from './checks/run-checks.ts';
import { ensureChromium } from './chromium.ts';
import { exitOf } from './supervisor/child.ts';
import { browserReport, type Report, unitReport } from './testing/reports.ts';

// `npm test`, `test:unit`, `test:e2e`, `test:long` and `.ci/run`: named stages with times, then a summary.
// Further arguments go to the runner: `npm run test:unit -- lib/panic/press.test.ts`.

const root = join(import.meta.dirname, '..');
const results = join(root, 'test-results');

const stages = {
  checks: () => runChecks(root),
  'unit tests': (args: readonly string[]) => runUnit('unit', ['--project=unit-shared', ...args]),
  // What starts the product, or takes minutes.
  'process tests': (args: readonly string[]) => runUnit('process', args),
  'contract documents': () => runScript('scripts/aura-docs.ts', ['--check']),
  journeys: (args: readonly string[]) =>
    args.length > 0
      ? runJourneys('browser.json', args, {})
      : runJourneys('browser.json', ['--project=core'], WHOLE),
  // Their own run, so that a journey which fails does not keep them from being tried.
  'timed journeys': () => runJourneys('timed.json', ['--project=timed'], WHOLE),
  'other journeys': (args: readonly string[]) =>
    runJourneys('other.json', ['--project=long', '--project=journeys', ...args], {
      ...WHOLE,
      VIGIL_TEST_LONG: 'yes',
    }),
};
const WHOLE = { VIGIL_WHOLE_RUN: 'yes' };

type StageName = keyof typeof stages;

const JOURNEYS: readonly StageName[] = ['journeys', 'timed journeys'];
const LONG: readonly StageName[] = ['process tests', 'other journeys'];
const RUNS: Readonly<Record<string, readonly StageName[]>> = {
  test: ['checks', 'unit tests', 'contract documents', ...JOURNEYS],
  'test:unit': ['unit tests', 'process tests'],
  'test:e2e': JOURNEYS,
  'test:long': LONG,
};

/** How long `.ci/run` may take, and what `npm run test:long` takes on an idle machine. */
const CI_MINUTES = 40;
const LONG_MINUTES = 60;
/** Less of it is not worth another start of everything. */
const LEAST_MINUTES = 5;

function runUnit(project: string, args: readonly string[]) {
  const asked = [`--project=${project}`, '--passWithNoTests', ...args];
  return runRunner(
    ['vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', ...asked],
    `${project}.json`,
    unitReport,
  );
}

/** As much of `npm run test:long` as there is time for; which part of it, follows from the commit. */
function shardFor(minutesLeft: number): string | null {
  if (minutesLeft < LEAST_MINUTES) return null;
  const parts = Math.ceil((LONG_MINUTES * slowness()) / minutesLeft);
  const commit = execFileSync('git', ['rev-parse', '--short=8', 'HEAD'], { cwd: root, encoding: 'utf8' });
  return `${(Number.parseInt(commit, 16) % parts) + 1}/${parts}`;
}

function runJourneys(report: string, args: readonly string[], env: Readonly<Record<string, string>>) {
  const CHROMIUM_PATH = ensureChromium(root);
  return runRunner(['@playwright/test/cli.js', 'test', ...args], report, browserReport, {
    ...env,
    CHROMIUM_PATH,
    VIGIL_REPORT: join(results, report),
  });
}

async function runRunner(
  [script = '', ...args]: readonly string[],
  reportName: string,
  schema: z.ZodType<Report>,
  env: Readonly<Record<string, string>> = {},
): Promise<Report> {
  const report = join(results, reportName);
  const target = script.startsWith('vitest') ? [`--outputFile.json=${report}`] : [];
  const code = await runNode([join('node_modules', script), ...args, ...target], env);
  if (!existsSync(report)) return { passed: 0, failed: 1, failures: [`${script} wrote no report`] };
  const tally = schema.parse(JSON.parse(readFileSync(report, 'utf8')));
  // A non-zero exit without failed tests: the runner crashed or found no tests.
  if (code === 0 || tally.failed > 0) return tally;
  return { ...tally, failed: tally.failed + 1, failures: [`${script} ended with ${code}`] };
}

async function runScript(script: string, args: readonly string[]): Promise<Tally> {
  const code = await runNode([script, ...args]);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function runNode(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number | null> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return (await exitOf(child)).code;
}

async function runStage(name: StageName, args: readonly string[]): Promise<Tally & Partial<Report>> {
  console.log(`\n── ${name}\n`);
  try {
    return await stages[name](args);
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1 };
  }
}

const [run = 'test', ...args] = process.argv.slice(2);
const minutes = () => performance.now() / 60_000;
rmSync(results, { recursive: true, force: true });
mkdirSync(results);
console.log(
  `This machine takes ${slowness()} times as long as usual just now, and limits of time grow with it.`,
);

let total: Tally = { passed: 0, failed: 0 };
const lines: string[] = [];
const failures: string[] = [];

async function runAll(names: readonly StageName[], given: readonly string[], note = ''): Promise<void> {
  for (const name of names) {
    const startedAt = minutes();
    const { passed, failed, failures: named = [] } = await runStage(name, given);
    failures.push(...named);
    total = { passed: total.passed + passed, failed: total.failed + failed };
    const took = (minutes() - startedAt).toFixed(1).padStart(5);
    lines.push(`${`${name}${note}`.padEnd(24)} ${took} min  ${passed} passed, ${failed} failed`);
  }
}

if (run === 'ci') {
  await runAll(RUNS.test ?? [], []);
  const shard = shardFor(CI_MINUTES - minutes());
  if (shard) await runAll(LONG, [`--shard=${shard}`], ` ${shard}`);
  else lines.push(`npm run test:long        left out: no time for it within ${CI_MINUTES} minutes`);
} else {
  // Arguments name journeys of any project, and one run takes them.
  const names = (RUNS[run] ?? []).filter((name) => args.length === 0 || name !== 'timed journeys');
  await runAll(names, args);
}
if (total.passed + total.failed === 0) failures.push(`no test is called ${args.join(' ')}`);
console.log(`\n${lines.join('\n')}\n`);
// Here again, because the last lines of a long log are what is kept and read.
for (const failed of failures) console.log(`failed: ${failed}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = failures.length + total.failed === 0 ? 0 : 1;
