import { readdirSync } from 'node:fs';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import type { CheckResult } from './check-result.ts';
import { checkRooms, type Import } from './rooms.ts';

/** One violation, as `rule: from → to`. */
export type LayerReport = {
  readonly violations: readonly string[];
  readonly modules: number;
  /** Project files and their imports. */
  readonly files: readonly string[];
  readonly imports: readonly Import[];
};

const ROOTS = /^(app|components|lib|sandbox|worker|scripts|e2e|proxy\.ts|instrumentation\.ts|server\.ts)$/;

/** Checks the import rules. Seeing too few modules is a failure: it would pass any code. */
export async function checkLayers(root: string, sourceFiles: number): Promise<CheckResult> {
  const report = await cruiseLayers(root);
  const tooFew = report.modules < sourceFiles;
  return {
    summary: `${report.modules} modules`,
    problems: [
      ...report.violations,
      ...checkRooms(report.files, report.imports).problems,
      ...(tooFew
        ? [`saw ${report.modules} modules of ${sourceFiles} source files: the rules are blind`]
        : []),
    ],
  };
}

export async function cruiseLayers(root: string): Promise<LayerReport> {
  const { forbidden, options } = await import('../../.dependency-cruiser.mjs');
  const config: ICruiseOptions = { ...options, baseDir: root, validate: true, ruleSet: { forbidden } };
  const { output } = await cruise(
    readdirSync(root).filter((entry) => ROOTS.test(entry)),
    config,
    { bustTheCache: true },
  );
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text');
  const own = ownModules(output);
  return {
    violations: output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    modules: own.length,
    files: own.map(({ source }) => source),
    imports: own.flatMap(({ source, dependencies }) =>
      dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
    ),
  };
}

function ownModules({ modules }: ICruiseResult): ICruiseResult['modules'] {
  return modules.filter(({ source }) => /\.tsx?$/.test(source) && !source.includes('node_modules'));
}
