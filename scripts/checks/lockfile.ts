import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CheckResult } from './check-result.ts';

const lockfileSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ optionalDependencies: z.record(z.string(), z.string()).default({}) }),
  ),
});

export function checkLockfile(root: string): CheckResult {
  return checkLockfileText(readFileSync(join(root, 'package-lock.json'), 'utf8'));
}

/**
 * A registry without every platform makes npm write a lockfile without those packages, which `npm ci`
 * refuses. It needs an entry for each, also for those not installed.
 */
export function checkLockfileText(text: string): CheckResult {
  const { packages } = lockfileSchema.parse(JSON.parse(text));
  const wanted = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies).map((name) => ({ path, name })),
  );
  return {
    summary: `${Object.keys(packages).length} packages`,
    problems: wanted
      .filter(({ path, name }) => !placesFor(path, name).some((place) => place in packages))
      .map(
        ({ path, name }) =>
          `package-lock.json: no entry for ${name}, which ${path} may need: npm ci will refuse`,
      ),
  };
}

/** Node's resolution: inside the dependent package, or in any node_modules above. */
function placesFor(path: string, name: string): string[] {
  const place = path === '' ? `node_modules/${name}` : `${path}/node_modules/${name}`;
  if (path === '') return [place];
  const above = path.slice(0, Math.max(0, path.lastIndexOf('node_modules/') - 1));
  return [place, ...placesFor(above, name)];
}
