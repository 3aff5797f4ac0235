// npm run backup [-- file]
//   writes the embedded database, its secrets and the journal into one file, while Vigil runs or not
// The file holds every secret. A database of yours (DATABASE_URL) is backed up by its own tools.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { withoutEmpty } from '#lib/platform/env-schema.ts';
import { writeBackup } from './backup/write-backup.ts';
import { dataDirectoryOf, startAlone } from './supervisor/alone.ts';
import { holdDataDirectory } from './supervisor/data-directory.ts';
import { startEmbedded } from './supervisor/embedded.ts';
import { createFleet } from './supervisor/fleet.ts';
import { runningPort } from './supervisor/found-stack.ts';
import { DATABASE, databaseUrl } from './supervisor/postgres.ts';
import { possiblePostgresData } from './supervisor/postgres-home.ts';
import { openSecrets } from './supervisor/secrets.ts';
import { StartProblem } from './supervisor/start-problem.ts';

const root = join(import.meta.dirname, '..');
const say = (line: string) => console.log(`vigil: ${line}`);
const own = withoutEmpty(process.env);

await startAlone(async () => {
  if (own.DATABASE_URL) {
    throw new StartProblem([
      'DATABASE_URL is set: back up that database with pg_dump (docs/operations.md); npm run backup is for the embedded one.',
    ]);
  }
  const dataDir = dataDirectoryOf(root, own);
  const isThere = possiblePostgresData(dataDir).some((path) => existsSync(join(path, 'PG_VERSION')));
  if (!isThere || !existsSync(join(dataDir, 'secrets.json'))) {
    throw new StartProblem([`There is no embedded database in ${dataDir}: nothing to back up.`]);
  }
  const named = process.argv[2];
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const file = named
    ? resolve(own.INIT_CWD ?? '.', named)
    : join(dataDir, 'backups', `vigil-${stamp}.tar.gz`);
  const { databasePassword } = openSecrets(dataDir);
  await withDatabase(dataDir, databasePassword, async (port) => {
    await writeBackup(file, dataDir, databaseUrl(port, databasePassword, DATABASE));
  });
  say(`the backup is ${file}. It holds every secret: keep it elsewhere, and closed.`);
  if (own.SECRET_KEY) say('SECRET_KEY is yours and not in it: keep that, too.');
});

/** The database of the running product, or one that is started for this. */
async function withDatabase(
  dataDir: string,
  password: string,
  work: (port: number) => Promise<void>,
): Promise<void> {
  const running = runningPort(dataDir);
  if (running !== null) return work(running);
  const release = await holdDataDirectory(dataDir);
  const fleet = createFleet(say);
  try {
    await work(await startEmbedded({ root, dataDir, fleet, say }, password));
  } finally {
    await fleet.stop();
    release();
  }
}
