// npm run migrate
//   brings the database to the tables of these sources, and makes the first admin (ADMIN_EMAIL, ADMIN_PASSWORD)
// `npm start` runs it before the app. Needs DATABASE_URL alone.
import { pool } from '#lib/db/database.ts';
import { migrateDatabase } from '#lib/db/migrate.ts';
import { ensureFirstAdmin } from '#lib/identity/ensure-first-admin.ts';
import { shownDatabaseUrl } from '#lib/platform/database-url.ts';
import { env, readEnvFrom } from '#lib/platform/env.ts';
import { settingsOf, startAlone, UNUSED } from './supervisor/alone.ts';
import { speaker } from './supervisor/say.ts';
import { StartProblem } from './supervisor/start-problem.ts';

const tell = speaker(process.env.NODE_ENV);
const say = (line: string) => tell(`vigil: ${line}`);

await startAlone(async () => {
  readEnvFrom({ ...UNUSED, ...settingsOf('migrate', process.env) });
  try {
    await migrateDatabase(env.DATABASE_DIRECT_URL, { log: say });
    await ensureFirstAdmin();
    await pool().end();
  } catch (error) {
    throw new StartProblem([`vigil: ${named()}: the database could not be prepared: ${reason(error)}`]);
  }
  say('the database is ready');
});

function named(): string {
  const name = env.DATABASE_DIRECT_URL === env.DATABASE_URL ? 'DATABASE_URL' : 'DATABASE_DIRECT_URL';
  return `${name} (${shownDatabaseUrl(env.DATABASE_DIRECT_URL)})`;
}

function reason(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
