// npm run worker
//   the background jobs alone; any number of workers share them
import { join } from 'node:path';
import { dataDirectoryOf, settingsOf, startAlone } from './supervisor/alone.ts';

await startAlone(async () => {
  const own = settingsOf('worker', process.env);
  const dataDir = dataDirectoryOf(join(import.meta.dirname, '..'), own);
  Object.assign(process.env, { NODE_ENV: 'production', VIGIL_DATA_DIR: dataDir });
  await import('#worker/main.ts');
});
