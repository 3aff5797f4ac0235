import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import { connectionTo } from '#lib/db/connection.ts';
import { StartProblem, systemCode } from '../supervisor/start-problem.ts';
import { baseBackup } from './base-backup.ts';
import { JOURNAL, PLAIN_FILES, POSTGRES } from './layout.ts';
import { MANIFEST, newManifest } from './manifest.ts';
import { END_OF_TAR, readTar, tarFile, tarHeader, tarPadding } from './tar.ts';

/** Writes a backup of the data directory, whose database runs at `url`: whole, or not at all. */
export async function writeBackup(file: string, dataDir: string, url: string): Promise<void> {
  if (existsSync(file)) throw new StartProblem([`${file} is there already: name another file.`]);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.part`;
  try {
    await pipeline(
      Readable.from(contents(dataDir, url)),
      createGzip(),
      // It holds every secret.
      createWriteStream(draft, { mode: 0o600, flags: 'wx', flush: true }),
    );
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

async function* contents(dataDir: string, url: string): AsyncGenerator<Buffer> {
  const client = new Client(connectionTo(url, 'vigil backup'));
  // The query that waits then fails; without a listener the event would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    yield tarFile(MANIFEST, Buffer.from(JSON.stringify(newManifest(new Date(), await migrationsOf(client)))));
    for (const name of PLAIN_FILES) yield* fileIfPresent(dataDir, name);
    // Before the database: a press leaves the journal when the database has it, so it is in one of both, or in both.
    for (const name of journalled(dataDir)) yield* fileIfPresent(dataDir, join(JOURNAL, name));
    // Keeps the log that a long copy needs from being recycled; it ends with this session.
    await client.query('select pg_create_physical_replication_slot($1, true, true)', [
      `vigil_backup_${process.pid}`,
    ]);
    yield* database(url);
    yield END_OF_TAR;
  } finally {
    await client.end();
  }
}

async function* database(url: string): AsyncGenerator<Buffer> {
  for await (const { name, isDirectory, size, content } of readTar(baseBackup(url))) {
    // PostgreSQL names some of its directories ./pg_wal/…
    yield tarHeader({ name: `${POSTGRES}/${name.replace(/^\.\//, '')}`, isDirectory, size });
    yield* content;
    if (size > 0) yield tarPadding(size);
  }
}

async function migrationsOf(client: Client): Promise<string[]> {
  const { rows: tables } = await client.query(
    `select to_regclass('drizzle.__drizzle_migrations') as applied`,
  );
  if (tables[0]?.applied == null) return [];
  const { rows } = await client.query<{ hash: string }>(
    'select hash from drizzle.__drizzle_migrations order by id',
  );
  return rows.map(({ hash }) => hash);
}

function journalled(dataDir: string): string[] {
  const folder = join(dataDir, JOURNAL);
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.press')) : [];
}

function* fileIfPresent(dataDir: string, name: string): Generator<Buffer> {
  try {
    yield tarFile(name, readFileSync(join(dataDir, name)));
  } catch (error) {
    // A press has just left the journal, or there never was a sandbox.
    if (systemCode(error) !== 'ENOENT') throw error;
  }
}
