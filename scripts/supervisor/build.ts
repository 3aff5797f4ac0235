import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentShape } from '#lib/platform/env-schema.ts';
import type { Environment } from './environment.ts';
import type { Fleet } from './fleet.ts';
import { keepScripts, serveKeptScripts } from './older-scripts.ts';
import { sourceHash } from './source-hash.ts';
import { StartProblem } from './start-problem.ts';

const STAMP = 'vigil-sources';

/**
 * Builds unless the build is up to date. Returns the deployment id: equal for equal sources on every machine, so
 * that pages work on every instance.
 */
export async function ensureBuilt(
  root: string,
  env: Environment,
  fleet: Fleet,
  say: (line: string) => void,
): Promise<string> {
  const wanted = wantedBuild(root, env);
  if (isBuilt(root, wanted)) return deploymentOf(wanted);
  say('building the app (needed once and after source changes) …');
  const args = ['node_modules/next/dist/bin/next', 'build'];
  await rebuild(root, wanted, () =>
    fleet.finish('the build', { root, args, env: buildEnvironment(env, wanted), nodeEnv: 'production' }),
  );
  return deploymentOf(wanted);
}

/** The deployment id of the build of these sources; throws when there is none. */
export function requireBuilt(root: string, env: Environment): string {
  // An image has the build without its sources: there is nothing else that it could have been made of.
  const wanted = hasSources(root) ? wantedBuild(root, env) : stampOf(root);
  if (isBuilt(root, wanted)) return deploymentOf(wanted);
  throw new StartProblem(['The app is not built, or was built from other sources: run npm run build first.']);
}

/** Hash of everything a build depends on: sources, and values for the browser. No secret, no setting. */
export function wantedBuild(root: string, env: Environment): string {
  const baked = Object.entries(env)
    .filter(([name]) => name.startsWith('NEXT_PUBLIC_'))
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  return sourceHash(root, baked);
}

/**
 * What the build sees: none of our settings, so that it cannot depend on one. Next mixes its key into the names of
 * server actions; made of the sources it is the same on every machine. It protects nothing: see server.ts.
 */
export function buildEnvironment(env: Environment, wanted: string): Environment {
  const settings = new Set(Object.keys(environmentShape));
  return {
    ...Object.fromEntries(Object.entries(env).filter(([name]) => !settings.has(name))),
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_DEPLOYMENT_ID: deploymentOf(wanted),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: createHash('sha256').update(`actions ${wanted}`).digest('base64'),
  };
}

function deploymentOf(wanted: string): string {
  return wanted.slice(0, 16);
}

export function isBuilt(root: string, wanted: string): boolean {
  return existsSync(join(root, '.next', 'BUILD_ID')) && wanted !== '' && stampOf(root) === wanted;
}

/**
 * For Next where the sources, and with them its configuration and what compiles that, are not: the one that the build
 * came to, as Next's own standalone server is told. Only the public address is known no sooner than now.
 */
export function configWithoutSources(root: string, { APP_URL = '' }: Environment): Environment {
  if (hasSources(root)) return {};
  const { config } = JSON.parse(readFileSync(join(root, '.next', 'required-server-files.json'), 'utf8'));
  config.experimental.serverActions.allowedOrigins = URL.canParse(APP_URL) ? [new URL(APP_URL).host] : [];
  return { __NEXT_PRIVATE_STANDALONE_CONFIG: JSON.stringify(config) };
}

const hasSources = (root: string): boolean => existsSync(join(root, 'app'));

function stampOf(root: string): string {
  const stamp = join(root, '.next', STAMP);
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
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
