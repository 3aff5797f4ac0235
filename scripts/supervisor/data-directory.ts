import { accessSync, chmodSync, constants, mkdirSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join, relative } from 'node:path';
import { StartProblem, systemCode } from './start-problem.ts';

/** Creates the data directory and checks that it is writable. */
export function openDataDirectory(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartProblem([
      `The data directory ${path} cannot be written (${systemCode(error)}): make it writable for this user.`,
    ]);
  }
  // The database may run as another user (see postgres-home.ts), who must be able to traverse it.
  if (process.getuid?.() === 0) chmodSync(path, 0o711);
}

/**
 * Locks the data directory against a second supervisor; resolves with the release. A listening socket cannot outlive
 * its process, so there are no stale locks after kill -9.
 */
export async function holdDataDirectory(path: string): Promise<() => void> {
  const absolute = join(path, 'supervisor.sock');
  // Socket paths are limited to about 100 bytes; the relative path is often shorter.
  const nearby = relative(process.cwd(), absolute);
  const socket = nearby.length < absolute.length ? nearby : absolute;
  const held = await listen(socket);
  if (held) return held;
  if (await answers(socket)) {
    throw new StartProblem([`Vigil is already running on ${path}: stop it first.`]);
  }
  rmSync(socket);
  const taken = await listen(socket);
  if (!taken) throw new StartProblem([`${socket} cannot be taken: is Vigil starting twice?`]);
  return taken;
}

/** The release; null when the socket is there already. */
function listen(socket: string): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((connection) => connection.destroy());
    server.once('error', (error) => (systemCode(error) === 'EADDRINUSE' ? resolve(null) : reject(error)));
    server.listen(socket, () => {
      server.unref();
      resolve(() => server.close());
    });
  });
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket);
    connection.once('connect', () => {
      connection.destroy();
      resolve(true);
    });
    connection.once('error', () => resolve(false));
  });
}
