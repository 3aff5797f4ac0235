// npm run restore -- file
//   puts a backup of npm run backup in the place of the embedded database; what was there before is moved aside
// Refused while Vigil runs. A database of yours (DATABASE_URL) is restored by its own tools.
import { join, resolve } from 'node:path';
import { withoutEmpty } from '#lib/platform/env-schema.ts';
import { restoreBackup } from './backup/restore-backup.ts';
import { dataDirectoryOf, startAlone } from './supervisor/alone.ts';
import { holdDataDirectory, openDataDirectory } from './supervisor/data-directory.ts';
import { createFleet } from './supervisor/fleet.ts';
import { StartProblem } from './supervisor/start-problem.ts';

const root = join(import.meta.dirname, '..');
const say = (line: string) => console.log(`vigil: ${line}`);
const own = withoutEmpty(process.env);

await startAlone(async () => {
  if (own.DATABASE_URL) {
    throw new StartProblem([
      'DATABASE_URL is set: restore that database with pg_restore (docs/operations.md); npm run restore is for the embedded one.',
    ]);
  }
  const named = process.argv[2];
  if (!named) throw new StartProblem(['Name the backup: npm run restore -- file']);
  const dataDir = dataDirectoryOf(root, own);
  openDataDirectory(dataDir);
  const release = await holdDataDirectory(dataDir);
  const fleet = createFleet(say);
  try {
    const file = resolve(own.INIT_CWD ?? '.', named);
    const { madeAt, aside, presses } = await restoreBackup(file, { root, dataDir, own, fleet, say });
    say(`the data is that of ${madeAt}. npm start brings it to the tables of this version.`);
    for (const folder of aside) say(`what was there before is in ${folder}`);
    if (presses > 0) say(`${presses} presses of the journal that was there before are kept in the journal`);
  } finally {
    await fleet.stop();
    release();
  }
});
