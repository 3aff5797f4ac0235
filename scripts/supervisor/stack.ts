import { shownDatabaseUrl } from '#lib/platform/database-url.ts';
import { localOrigin } from '#lib/platform/edge-settings.ts';
import { environmentSchema } from '#lib/platform/env-schema.ts';
import { registerWithSandbox } from '../webhooks/register.ts';
import { announcement } from './announce.ts';
import { ensureBuilt, requireBuilt } from './build.ts';
import { spawnNode } from './child.ts';
import { holdDataDirectory, openDataDirectory } from './data-directory.ts';
import { startEmbedded } from './embedded.ts';
import { completeEnvironment, type Environment } from './environment.ts';
import type { Fleet } from './fleet.ts';
import { requireFreePort } from './ports.ts';
import { DATABASE, databaseUrl } from './postgres.ts';
import { answersAt } from './readiness.ts';
import { openSecrets, type Secrets } from './secrets.ts';

export type Mode = 'start' | 'dev';

export type StackOptions = {
  readonly root: string;
  readonly mode: Mode;
  readonly dataDir: string;
  /** The user's environment, validated. */
  readonly own: Environment;
  readonly fleet: Fleet;
  readonly say: (line: string) => void;
};

/** Rendering makes short-lived objects: with Node's default of 16 MB a board costs a quarter more. */
const YOUNG_GENERATION = '--max-semi-space-size=64';
const SERVER = '--conditions=react-server';

/** Starts everything in order; resolves with the announcement. */
export async function startStack(options: StackOptions): Promise<string> {
  const { root, mode, dataDir, own, fleet, say } = options;
  // With NODE_ENV=production nothing is built behind anybody's back; said before anything is started.
  const isReadyMade = mode === 'start' && own.NODE_ENV === 'production';
  if (isReadyMade) requireBuilt(root, own);
  openDataDirectory(dataDir);
  await holdDataDirectory(dataDir);
  const secrets = openSecrets(dataDir);
  await requireFreePort('PORT', Number(own.PORT ?? 3000));
  if (!own.AURA_BASE_URL) {
    await requireFreePort('SANDBOX_PORT', Number(own.SANDBOX_PORT ?? 4010), { host: '127.0.0.1' });
  }
  const database = own.DATABASE_URL ?? (await startDatabase(options, secrets));
  const env = completeEnvironment(own, {
    dataDir,
    databaseUrl: database,
    secrets,
  });
  const deployment = mode === 'start' ? { NEXT_DEPLOYMENT_ID: await ensureBuilt(root, env, fleet, say) } : {};
  await fleet.finish('preparing the database', {
    root,
    args: [SERVER, 'scripts/migrate.ts'],
    env,
    nodeEnv: 'production',
  });
  await startServices(options, { ...env, ...deployment });
  return announcement(own, env, shownDatabaseUrl(database));
}

async function startDatabase(options: StackOptions, { databasePassword }: Secrets): Promise<string> {
  const port = await startEmbedded(options, databasePassword);
  return databaseUrl(port, databasePassword, DATABASE);
}

async function startServices({ root, mode, fleet, say }: StackOptions, env: Environment): Promise<void> {
  const nodeEnv = mode === 'dev' ? 'development' : 'production';
  const reloading = mode === 'dev' ? ['--watch', '--watch-preserve-output'] : [];
  const run = (name: string, args: readonly string[]) =>
    fleet.run({ name, launch: () => spawnNode({ root, args, env, nodeEnv }), stopSignal: 'SIGTERM' });

  if (env.SANDBOX_URL) {
    const sandbox = run('the sandbox', [...reloading, 'sandbox/main.ts']);
    await answersAt(env.SANDBOX_URL, sandbox, 20_000);
  }
  run('the worker', [...reloading, SERVER, 'worker/main.ts']);
  const app = run('the app', [YOUNG_GENERATION, 'server.ts', mode]);
  const settings = environmentSchema.parse(env);
  await answersAt(`${localOrigin(settings, settings.PORT)}/api/health/ready`, app, 60_000);
  fleet.keepRunning();
  if (env.SANDBOX_URL) {
    // Without webhooks polling still works, only slower.
    await registerWithSandbox(env).catch(() => say('registering webhooks with the sandbox failed'));
  }
}
