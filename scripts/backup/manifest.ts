import { z } from 'zod';
import { migrationHashes } from '#lib/db/migrate.ts';
import { MAJOR_VERSION } from '../supervisor/postgres.ts';
import { StartProblem } from '../supervisor/start-problem.ts';

/** The first file of a backup. */
export const MANIFEST = 'vigil-backup.json';

const FORMAT = 1;
const formatSchema = z.object({ format: z.number().int().positive() });
const manifestSchema = formatSchema.extend({
  madeAt: z.iso.datetime(),
  postgres: z.string(),
  platform: z.string(),
  /** Those that were applied. */
  migrations: z.array(z.string()),
});

export type Manifest = z.infer<typeof manifestSchema>;

export function newManifest(madeAt: Date, migrations: readonly string[]): Manifest {
  return { format: FORMAT, madeAt: madeAt.toISOString(), ...here(), migrations: [...migrations] };
}

/** The manifest of a backup that this version can restore; throws with the reason why it cannot. */
export function requireRestorable(text: string, file: string): Manifest {
  const read = readJson(text);
  const format = formatSchema.safeParse(read);
  if (!format.success) throw noBackup(file);
  if (format.data.format > FORMAT) throw newer(file);
  const manifest = manifestSchema.safeParse(read);
  if (!manifest.success) throw noBackup(file);
  const { migrations, postgres, platform } = manifest.data;
  const known = new Set(migrationHashes());
  if (migrations.some((hash) => !known.has(hash))) throw newer(file);
  if (postgres !== here().postgres || platform !== here().platform) {
    throw new StartProblem([
      `${file} was made by PostgreSQL ${postgres} on ${platform}, and here is PostgreSQL ${here().postgres} on ${here().platform}: restore it there, and move the data by pg_dump. Nothing was changed.`,
    ]);
  }
  return manifest.data;
}

export function noBackup(file: string): StartProblem {
  return new StartProblem([`${file} is no whole backup of Vigil. Nothing was changed.`]);
}

function newer(file: string): StartProblem {
  return new StartProblem([
    `${file} was made by a newer version of Vigil: restore it with that version or a later one. Nothing was changed.`,
  ]);
}

function here() {
  return { postgres: MAJOR_VERSION, platform: `${process.platform}-${process.arch}` };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON is no manifest.
    return null;
  }
}
