import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from './environment.ts';
import type { Fleet } from './fleet.ts';
import { keepScripts, serveKeptScripts } from './older-scripts.ts';
import { fingerprint } from './secrets.ts';
import { sourceHash } from './source-hash.ts';

const STAMP = 'vigil-sources';

/**
 * Builds unless the build is up to date. Returns the deployment id: equal for equal sources and key on every
 * machine, so that pages work on every instance.
 */
export async function ensureBuilt(
  root: string,
  env: Environment,
  fleet: Fleet,
  say: (line: string) => void,
): Promise<string> {
  const wanted = wantedBuild(root, env);
  const deploymentId = wanted.slice(0, 16);
  if (isBuilt(root, wanted)) return deploymentId;
  say('building the app (needed once and after source changes) …');
  const args = ['node_modules/next/dist/bin/next', 'build'];
  const named = { ...env, NEXT_DEPLOYMENT_ID: deploymentId };
  await rebuild(root, wanted, () =>
    fleet.finish('the build', { root, args, env: named, nodeEnv: 'production' }),
  );
  return deploymentId;
}

/** Hash of everything a build depends on. */
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

/**
 * Runs `build` and keeps earlier builds' scripts for open pages. The stamp is written last, so that an
 * interrupted build does not count.
 */
export async function rebuild(root: string, wanted: string, build: () => Promise<void>): Promise<void> {
  const stamp = join(root, '.next', STAMP);
  rmSync(stamp, { force: true });
  keepScripts(root, Date.now());
  await build();
  serveKeptScripts(root, Date.now());
  writeFileSync(stamp, wanted);
}
