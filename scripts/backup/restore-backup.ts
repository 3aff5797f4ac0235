import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { connectionTo } from '#lib/db/connection.ts';
import { runPostgres } from '../supervisor/embedded.ts';
import type { Environment } from '../supervisor/environment.ts';
import type { Fleet } from '../supervisor/fleet.ts';
import { DATABASE, databaseUrl, endOrphan } from '../supervisor/postgres.ts';
import { choosePostgresHome, type PostgresHome } from '../supervisor/postgres-home.ts';
import { openSecrets } from '../supervisor/secrets.ts';
import { JOURNAL, PLAIN_FILES } from './layout.ts';
import { noBackup } from './manifest.ts';
import { type Drafts, unpackBackup } from './unpack-backup.ts';

export type RestoreOptions = {
  readonly root: string;
  readonly dataDir: string;
  readonly own: Environment;
  readonly fleet: Fleet;
  readonly say: (line: string) => void;
};

type Restored = {
  /** When the backup was made. */
  readonly madeAt: string;
  /** Where the data is that was there before. */
  readonly aside: readonly string[];
  /** Presses of the journal that was there before, which were put into the restored one. */
  readonly presses: number;
};

/**
 * Puts a backup in the place of the present data, which is moved aside. The caller holds the data directory. Nothing is
 * changed before the backup was unpacked whole and its database was seen to open.
 */
export async function restoreBackup(file: string, options: RestoreOptions): Promise<Restored> {
  const { root, dataDir, own, say } = options;
  const home = choosePostgresHome(root, dataDir, say);
  // The names of drafts: the next start removes those of one that was interrupted (initialiseDatabase).
  const drafts: Drafts = {
    database: `${home.dataDir}.new-${process.pid}`,
    files: join(dataDir, `restoring-${process.pid}`),
  };
  try {
    const { madeAt } = await unpackBackup(file, drafts, home);
    await requireOpen(file, drafts, home, options);
    await endOrphan(home, say);
    const aside = moveAside(dataDir, home);
    for (const name of readdirSync(drafts.files)) renameSync(join(drafts.files, name), join(dataDir, name));
    renameSync(drafts.database, home.dataDir);
    const presses = bringPresses(join(dataDir, aside.name), dataDir, own);
    return { madeAt, aside: aside.folders, presses };
  } finally {
    rmSync(drafts.files, { recursive: true, force: true });
    rmSync(drafts.database, { recursive: true, force: true });
  }
}

/** The database recovers, and takes the password that lies beside it. */
async function requireOpen(
  file: string,
  drafts: Drafts,
  home: PostgresHome,
  { dataDir, fleet }: RestoreOptions,
): Promise<void> {
  const parts = [join(drafts.files, 'secrets.json'), join(drafts.database, 'PG_VERSION')];
  if (!parts.every((part) => existsSync(part))) throw noBackup(file);
  const { databasePassword } = openSecrets(drafts.files);
  const port = await runPostgres({ ...home, dataDir: drafts.database }, dataDir, fleet);
  const client = new Client(connectionTo(databaseUrl(port, databasePassword, DATABASE), 'vigil restore'));
  try {
    await client.connect();
    await client.query('select 1');
  } finally {
    await client.end();
    await fleet.stop();
  }
}

/** By renaming, so that it takes no time and no room. */
function moveAside(dataDir: string, home: PostgresHome): { name: string; folders: string[] } {
  const name = `before-restore-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  const moves = [
    ...[...PLAIN_FILES, JOURNAL].map((each) => ({ from: join(dataDir, each), to: join(dataDir, name) })),
    { from: home.dataDir, to: join(dirname(home.dataDir), name) },
  ].filter(({ from }) => existsSync(from));
  for (const { from, to } of moves) {
    mkdirSync(to, { recursive: true, mode: 0o700 });
    renameSync(from, join(to, from.slice(dirname(from).length + 1)));
  }
  return { name, folders: [...new Set(moves.map(({ to }) => to))] };
}

/**
 * Presses that the database had not taken yet are nowhere else, so they stay in the journal where the keys that will be
 * used open them.
 */
function bringPresses(aside: string, dataDir: string, own: Environment): number {
  const from = join(aside, JOURNAL);
  if (!existsSync(from) || !isSameKey(aside, dataDir, own)) return 0;
  const to = join(dataDir, JOURNAL);
  mkdirSync(to, { recursive: true, mode: 0o700 });
  const missing = readdirSync(from).filter((name) => !existsSync(join(to, name)));
  for (const name of missing) cpSync(join(from, name), join(to, name));
  return missing.length;
}

function isSameKey(aside: string, dataDir: string, own: Environment): boolean {
  if (own.SECRET_KEY) return true;
  if (!existsSync(join(aside, 'secrets.json'))) return false;
  return openSecrets(aside).secretKey === openSecrets(dataDir).secretKey;
}
