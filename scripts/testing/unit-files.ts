import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const UNIT = ['*.test.ts', '{app,components,lib,sandbox,worker,scripts}/**/*.test.{ts,tsx}'];
const NEEDS_OWN_MODULES = /(?:World|Database|Sandbox)\(|vi\.(?:mock|doMock|resetModules)\(/;

type UnitFiles = { readonly isolated: string[]; readonly shared: string[] };

/**
 * Splits the unit tests: a file with a database, a sandbox or a replaced module gets modules of its own, all others share theirs.
 * Loading them anew for each file took as long as these tests themselves.
 */
export function unitFiles(root: string, excluded: string): UnitFiles {
  const processTests = new Set(globSync(excluded, { cwd: root }));
  const files = globSync(UNIT, { cwd: root }).filter((file) => !processTests.has(file));
  const isIsolated = (file: string) => NEEDS_OWN_MODULES.test(readFileSync(join(root, file), 'utf8'));
  return { isolated: files.filter(isIsolated), shared: files.filter((file) => !isIsolated(file)) };
}
