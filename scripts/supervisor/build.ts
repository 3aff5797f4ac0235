import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from './environment.ts';
import { fingerprint } from './secrets.ts';
import { sourceHash } from './source-hash.ts';

const STAMP = 'vigil-sources';

/** What a build must be redone for, as one word. */
export function wantedBuild(root: string, env: Environment): string {
  const baked = Object.entries(env)
    .filter(([name]) => name.startsWith('NEXT_PUBLIC_') || name === 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY')
    .map(([name, value]) => `${name}=${fingerprint(value)}`)
    .sort();
  return sourceHash(root, baked);
}

export function isBuilt(root: string, wanted: string): boolean {
  const stamp = join(root, '.next', STAMP);
  return (
    existsSync(join(root, '.next', 'BUILD_ID')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  );
}

/** Builds with `build`. The stamp is written last: an interrupted build is not taken for a whole one. */
export async function rebuild(root: string, wanted: string, build: () => Promise<void>): Promise<void> {
  const stamp = join(root, '.next', STAMP);
  rmSync(stamp, { force: true });
  await build();
  writeFileSync(stamp, wanted);
}
