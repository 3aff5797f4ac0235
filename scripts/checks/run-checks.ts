import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factIds, otherEvidence } from '#lib/aura/contract/facts.ts';
import { checkEnvExample } from '../env-example.ts';
import { checkOpenApi } from '../openapi.ts';
import { checkPrivacyDocs } from '../privacy-docs.ts';
import { checkAdvisories } from './advisories.ts';
import { checkAuraSentences } from './aura-sentences.ts';
import type { CheckResult } from './check-result.ts';
import { checkClientShare } from './client-share.ts';
import { checkConfined } from './confined.ts';
import { checkEntries } from './entries.ts';
import { checkFileLength } from './file-length.ts';
import { checkFunctionLength } from './function-length.ts';
import { checkLayers } from './layers.ts';
import { checkLockfile } from './lockfile.ts';
import { pages, type SourceFile, sourceFiles } from './source-files.ts';
import { checkTables } from './tables.ts';
import { checkTextNodes } from './text-nodes.ts';
import { runTool } from './tool.ts';

type Check = { readonly name: string; readonly run: () => Promise<CheckResult> | CheckResult };

export type Tally = { readonly passed: number; readonly failed: number };

/** Runs all static checks in parallel, printing each result. */
export async function runChecks(root: string): Promise<Tally> {
  const files = sourceFiles(root);
  const modules = files.filter(({ path }) =>
    /^(app|components|lib|sandbox|worker|scripts|e2e)\/.*\.tsx?$/.test(path),
  );
  const checks: readonly Check[] = [
    {
      name: 'format and lint',
      run: () => runTool(root, '@biomejs/biome/bin/biome', ['check', '--error-on-warnings']),
    },
    { name: 'types', run: () => checkTypes(root) },
    { name: 'layers', run: () => checkLayers(root, modules.length) },
    { name: 'dead code', run: () => runTool(root, 'knip/bin/knip.js', ['--no-progress']) },
    { name: 'one writer each', run: () => checkTables(files) },
    { name: 'confined uses', run: () => checkConfined(files) },
    { name: 'entry wrappers', run: () => checkEntries(files) },
    { name: 'lockfile', run: () => checkLockfile(root) },
    { name: 'advisories', run: () => checkAdvisories(root) },
    { name: 'client share', run: () => checkClientShare(files) },
    { name: 'file length', run: () => checkFileLength(files) },
    { name: 'function length', run: () => checkFunctionLength(files) },
    { name: 'text nodes', run: () => checkTextNodes(files) },
    { name: '.env.example', run: () => checkEnvExample(root) },
    { name: 'openapi.json', run: () => checkOpenApi(root) },
    { name: 'what is kept', run: () => checkPrivacyDocs(root) },
    { name: 'AURA sentences', run: () => checkSentences(root, files) },
  ];
  const passed = await Promise.all(checks.map(runCheck));
  return { passed: passed.filter(Boolean).length, failed: passed.filter((isPassed) => !isPassed).length };
}

function checkSentences(root: string, files: readonly SourceFile[]): CheckResult {
  const register = readFileSync(join(root, 'docs/aura-sentences.md'), 'utf8');
  const evidence = new Set<string>([...factIds, ...Object.keys(otherEvidence)]);
  return checkAuraSentences([...files, ...pages(root)], register, evidence);
}

/** Next generates the routes' types; a clean clone would not type-check without them. */
async function checkTypes(root: string): Promise<CheckResult> {
  const routes = await runTool(root, 'next/dist/bin/next', ['typegen']);
  return routes.problems.length > 0 ? routes : runTool(root, 'typescript/bin/tsc', ['--noEmit']);
}

async function runCheck({ name, run }: Check): Promise<boolean> {
  const startedAt = performance.now();
  const { summary, problems } = await Promise.resolve(run()).catch(crashed);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const isPassed = problems.length === 0;
  console.log(
    `${isPassed ? 'ok    ' : 'FAILED'} ${name.padEnd(16)} ${seconds.padStart(5)} s  ${summary}`.trimEnd(),
  );
  for (const problem of problems) console.log(`       ${problem}`);
  return isPassed;
}

function crashed(error: unknown): CheckResult {
  return {
    summary: '',
    problems: [`the check itself failed: ${error instanceof Error ? error.stack : error}`],
  };
}
