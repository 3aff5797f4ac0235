import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { makePrivateDirectory, type PostgresHome } from './postgres-home.ts';
import { isAlive, livePostmaster, readPostmasterPid } from './postmaster-pid.ts';
import type { Service } from './service.ts';
import { StartProblem } from './start-problem.ts';

export const DATABASE = 'vigil';

const DATABASE_USER = 'vigil';
export const MAJOR_VERSION = '18';
// English messages; NODE_ENV only satisfies Next's types.
const POSTGRES_ENV = { LC_ALL: 'C', NODE_ENV: 'production' } as const;

/** Creates the cluster if missing; refuses an incomplete one. */
export function initialiseDatabase(home: PostgresHome, password: string): void {
  removeDrafts(home.dataDir);
  const isNew = !existsSync(home.dataDir) || readdirSync(home.dataDir).length === 0;
  if (isNew) createCluster(home, password);
  else requireWholeCluster(home);
}

function requireWholeCluster(home: PostgresHome): void {
  const versionFile = join(home.dataDir, 'PG_VERSION');
  const isWhole = existsSync(versionFile) && existsSync(join(home.dataDir, 'global', 'pg_control'));
  if (!isWhole) {
    throw new StartProblem([
      `The database directory ${home.dataDir} is only half initialised: delete it (it holds no data yet), or restore it from a backup.`,
    ]);
  }
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version !== MAJOR_VERSION) {
    throw new StartProblem([
      `${home.dataDir} was made by PostgreSQL ${version}, this is ${MAJOR_VERSION}: dump and reload it, or set DATABASE_URL.`,
    ]);
  }
}

/** Stops the server of a killed supervisor, so that the next one is our child. */
export async function endOrphan({ dataDir }: PostgresHome, say: (line: string) => void): Promise<void> {
  const pid = livePostmaster(dataDir);
  if (pid === null) return;
  say(`a PostgreSQL (${pid}) was still running on ${dataDir}; restarting it`);
  for (const [signal, timeoutMs] of [
    ['SIGINT', 5_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 1_000],
  ] as const) {
    process.kill(pid, signal);
    const giveUpAt = performance.now() + timeoutMs;
    while (isAlive(pid) && performance.now() < giveUpAt) await delay(20);
    if (!isAlive(pid)) return;
  }
  throw new StartProblem([`The PostgreSQL ${pid} on ${dataDir} cannot be stopped.`]);
}

export function launchPostgres(
  home: PostgresHome,
  port: number,
  settings: readonly string[] = [],
): ChildProcess {
  const log = openSync(home.logFile, 'a', 0o600);
  const options = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    ...settings,
  ];
  try {
    return spawn(
      join(home.binDir, 'postgres'),
      ['-D', home.dataDir, ...options.flatMap((option) => ['-c', option])],
      {
        ...home.runAs,
        env: POSTGRES_ENV,
        detached: true,
        stdio: ['ignore', log, log],
      },
    );
  } finally {
    closeSync(log);
  }
}

/** Resolves when this server accepts connections; ignores a stale pid file. */
export async function postgresReady(home: PostgresHome, service: Service): Promise<void> {
  let hasEnded = false;
  void service.ended.then(() => {
    hasEnded = true;
  });
  for (;;) {
    const file = readPostmasterPid(home.dataDir);
    if (file?.isReady && file.pid === service.pid()) return;
    if (hasEnded) {
      throw new StartProblem([
        `PostgreSQL did not start: ${lastWords(home.logFile)} (all of it: ${home.logFile})`,
      ]);
    }
    await delay(20);
  }
}

export function databaseUrl(port: number, password: string, database: string): string {
  return `postgres://${DATABASE_USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** Creates the database if missing. */
export async function ensureDatabase(port: number, password: string, database: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl(port, password, 'postgres') });
  try {
    await client.connect();
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`);
  } catch (error) {
    const INVALID_PASSWORD = '28P01';
    if (error instanceof Error && 'code' in error && error.code === INVALID_PASSWORD) {
      throw new StartProblem([
        'secrets.json does not belong to this database: restore the one that was beside it.',
      ]);
    }
    throw error;
  } finally {
    await client.end();
  }
}

/** The last error in the server's log. */
function lastWords(logFile: string): string {
  const lines = existsSync(logFile) ? readFileSync(logFile, 'utf8').trim().split('\n').slice(-50) : [];
  const reason = lines.findLast((line) => /\b(PANIC|FATAL):/.test(line));
  return reason ?? lines.at(-1) ?? 'it said nothing';
}

/** Created under a temporary name and renamed, so that an interrupted start leaves no partial cluster. */
function createCluster(home: PostgresHome, password: string): void {
  const draft = `${home.dataDir}.new-${process.pid}`;
  const passwordFile = `${draft}.password`;
  makePrivateDirectory(draft, home);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (home.runAs) chownSync(passwordFile, home.runAs.uid, home.runAs.gid);
  const result = spawnSync(
    join(home.binDir, 'initdb'),
    // The built-in locale is independent of system libraries, so indexes survive upgrades.
    [
      '-D',
      draft,
      '-U',
      DATABASE_USER,
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ],
    { ...home.runAs, env: POSTGRES_ENV, encoding: 'utf8' },
  );
  rmSync(passwordFile, { force: true });
  if (result.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    const reason = result.error?.message ?? result.stderr.trim().split('\n').at(-1);
    throw new StartProblem([`The database could not be made in ${home.dataDir}: ${reason}`]);
  }
  renameSync(draft, home.dataDir);
}

function removeDrafts(dataDir: string): void {
  const parent = dirname(dataDir);
  if (!existsSync(parent)) return;
  for (const entry of readdirSync(parent)) {
    if (entry.startsWith('postgres.new-')) rmSync(join(parent, entry), { recursive: true, force: true });
  }
}
