import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pool } from '#lib/db/database.ts';
import { migrateDatabase } from '#lib/db/migrate.ts';
import { cleanUp } from '#lib/testing/clean-up.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { testFolder } from '#lib/testing/test-folder.ts';
import { MANIFEST } from '../backup/manifest.ts';
import { END_OF_TAR, tarFile } from '../backup/tar.ts';
import { holdDataDirectory, openDataDirectory } from '../supervisor/data-directory.ts';
import { startEmbedded } from '../supervisor/embedded.ts';
import { createFleet } from '../supervisor/fleet.ts';
import { DATABASE, databaseUrl } from '../supervisor/postgres.ts';
import { openSecrets } from '../supervisor/secrets.ts';

// Backups of embedded databases of the test's own.

const root = resolve('.');

export function openFolder(): string {
  const made = testFolder();
  // PostgreSQL does not run as root, and its user must get there.
  chmodSync(made, 0o755);
  return made;
}

/** The command as a person runs it. */
export async function run(command: 'backup' | 'restore', dataDir: string, file?: string, env = {}) {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [`scripts/${command}.ts`, ...(file ? [file] : [])], {
    env: { PATH, HOME, NODE_ENV: 'production', VIGIL_DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  await once(child, 'close');
  return { code: child.exitCode, output };
}

/** As the supervisor starts it, without the app; the code under test uses it from then on. */
export async function start(dataDir: string) {
  openDataDirectory(dataDir);
  const release = await holdDataDirectory(dataDir);
  const secrets = openSecrets(dataDir);
  const fleet = createFleet(() => undefined);
  const say = () => undefined;
  const port = await startEmbedded({ root, dataDir, fleet, say }, secrets.databasePassword);
  const url = databaseUrl(port, secrets.databasePassword, DATABASE);
  await migrateDatabase(url);
  testEnv({ DATABASE_URL: url, SECRET_KEY: secrets.secretKey, VIGIL_DATA_DIR: dataDir });
  for (const name of ['pool', 'database', 'person-auth'])
    Reflect.deleteProperty(globalThis, Symbol.for(`vigil.${name}`));
  let isStopped = false;
  const stop = async () => {
    if (isStopped) return;
    isStopped = true;
    await pool().end();
    await fleet.stop();
    release();
  };
  cleanUp(stop);
  return { url, secrets, stop };
}

/** A backup with this manifest. */
export function archive(manifest: object, ...more: Buffer[]): Buffer {
  return gzipSync(
    Buffer.concat([tarFile(MANIFEST, Buffer.from(JSON.stringify(manifest))), ...more, END_OF_TAR]),
  );
}
