import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { systemCode } from './start-problem.ts';

/** Content of `postmaster.pid`. May be stale: a dead server's also says ready. */
export type PostmasterPid = { readonly pid: number; readonly port: number; readonly isReady: boolean };

const PID_LINE = 0;
const PORT_LINE = 3;
const STATUS_LINE = 7;

/** Null while incomplete or invalid. */
export function parsePostmasterPid(text: string): PostmasterPid | null {
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[PID_LINE]);
  const port = Number(lines[PORT_LINE]);
  if (!Number.isInteger(pid) || pid <= 1 || !Number.isInteger(port) || port <= 0) return null;
  return { pid, port, isReady: lines[STATUS_LINE] === 'ready' };
}

export function readPostmasterPid(dataDir: string): PostmasterPid | null {
  try {
    return parsePostmasterPid(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8'));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Process id of the running server; detects reused process ids. */
export function livePostmaster(dataDir: string): number | null {
  const pid = readPostmasterPid(dataDir)?.pid;
  if (pid === undefined || !isAlive(pid)) return null;
  return worksIn(pid, dataDir) ? pid : null;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

/** A running PostgreSQL has its data directory as working directory. */
function worksIn(pid: number, dataDir: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir);
  } catch (error) {
    const code = systemCode(error);
    // No /proc (macOS): trust the pid. PostgreSQL itself refuses a second server.
    return code === 'ENOENT' && process.platform !== 'linux';
  }
}
