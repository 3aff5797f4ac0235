import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from './environment.ts';
import type { Fleet } from './fleet.ts';
import { fingerprint } from './secrets.ts';
import { sourceHash } from './source-hash.ts';

const STAMP = 'vigil-sources';

/** Builds the app unless the present build is of the present sources. */
export async function ensureBuilt(
  root: string,
  env: Environment,
  fleet: Fleet,
  say: (line: string) => void,
): Promise<void> {
  const wanted = wantedBuild(root, env);
  if (isBuilt(root, wanted)) return;
  say('building the app (needed once, and after each change of the sources) …');
  const args = ['node_modules/next/dist/bin/next', 'build'];
  await rebuild(root, wanted, () => fleet.finish('the build', { root, args, env, nodeEnv: 'production' }));
}

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
