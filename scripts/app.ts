// npm run app
//   the web app alone, from the build that is there; the database is brought up to date by `npm run migrate`
import { join } from 'node:path';
import { dataDirectoryOf, settingsOf, startAlone } from './supervisor/alone.ts';
import { configWithoutSources, requireBuilt } from './supervisor/build.ts';
import { openDataDirectory } from './supervisor/data-directory.ts';

await startAlone(async () => {
  const root = join(import.meta.dirname, '..');
  const own = settingsOf('app', process.env);
  const deployment = requireBuilt(root, own);
  const dataDir = dataDirectoryOf(root, own);
  // Presses that the database cannot take are kept there.
  openDataDirectory(dataDir);
  Object.assign(process.env, {
    ...configWithoutSources(root, own),
    NODE_ENV: 'production',
    VIGIL_DATA_DIR: dataDir,
    NEXT_DEPLOYMENT_ID: deployment,
    NEXT_MANUAL_SIG_HANDLE: 'true',
    NEXT_TELEMETRY_DISABLED: '1',
  });
  await import('../server.ts');
});
