import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { runChecks, type Tally } from './checks/run-checks.ts';
import { ensureChromium } from './chromium.ts';
import { exitOf } from './supervisor/child.ts';

// `npm test`: checks, unit and process tests, the contract's documents, and browser journeys, then one line.

const root = join(import.meta.dirname, '..');
const CONTRACT_CHECK = 'scripts/aura-docs.ts';
const results = join(root, 'test-results');

const unitReport = z
  .object({ numPassedTests: z.number(), numFailedTests: z.number() })
  .transform((report): Tally => ({ passed: report.numPassedTests, failed: report.numFailedTests }));

const browserReport = z
  .object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }) })
  .transform(({ stats }): Tally => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }));

type Stage = { readonly title: string; readonly run: () => Promise<Tally> };

const stages: readonly Stage[] = [
  { title: 'Checks', run: () => runChecks(root) },
  {
    title: 'Unit and process tests',
    run: () =>
      runRunner(
        ['vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json'],
        'unit.json',
        unitReport,
      ),
  },
  ...(existsSync(join(root, CONTRACT_CHECK))
    ? [{ title: 'Contract documents', run: () => runScript(CONTRACT_CHECK, ['--check']) }]
    : []),
  {
    title: 'Browser tests',
    run: () => {
      const CHROMIUM_PATH = ensureChromium(root);
      const env = { CHROMIUM_PATH, VIGIL_WHOLE_RUN: 'yes' };
      return runRunner(['@playwright/test/cli.js', 'test'], 'browser.json', browserReport, env);
    },
  },
];

async function runRunner(
  [script = '', ...args]: readonly string[],
  reportName: string,
  schema: z.ZodType<Tally>,
  env: Readonly<Record<string, string>> = {},
): Promise<Tally> {
  const report = join(results, reportName);
  const target = script.startsWith('vitest') ? [`--outputFile.json=${report}`] : [];
  const code = await runNode([join('node_modules', script), ...args, ...target], env);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const tally = schema.parse(JSON.parse(readFileSync(report, 'utf8')));
  // A runner that fails without a failing test has crashed, or found nothing to run.
  return code === 0 || tally.failed > 0 ? tally : { ...tally, failed: tally.failed + 1 };
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

async function runStage({ title, run }: Stage): Promise<Tally> {
  console.log(`\n── ${title}\n`);
  try {
    return await run();
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1 };
  }
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results);
let total: Tally = { passed: 0, failed: 0 };
for (const stage of stages) {
  const { passed, failed } = await runStage(stage);
  total = { passed: total.passed + passed, failed: total.failed + failed };
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
