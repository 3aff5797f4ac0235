import { pool } from '#lib/db/database.ts';
import { migrateDatabase } from '#lib/db/migrate.ts';
import { ensureFirstAdmin } from '#lib/identity/ensure-first-admin.ts';
import { shownDatabaseUrl } from '#lib/platform/database-url.ts';
import { env } from '#lib/platform/env.ts';

// Run by the supervisor before the app: migrations and the first admin.

try {
  await migrateDatabase(env.DATABASE_URL, { log: (line) => process.stdout.write(`vigil: ${line}\n`) });
  await ensureFirstAdmin();
  await pool().end();
} catch (error) {
  process.stderr.write(
    `vigil: DATABASE_URL (${shownDatabaseUrl(env.DATABASE_URL)}): the database could not be prepared: ${reason(error)}\n`,
  );
  process.exit(1);
}

function reason(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
