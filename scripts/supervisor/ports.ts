import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { StartProblem, systemCode } from './start-problem.ts';

/** True when nothing listens on the port; without a host, on any address. */
export function isPortFree(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => {
      const code = systemCode(error);
      if (code === 'EADDRINUSE') resolve(false);
      else if (code === 'EACCES')
        reject(new StartProblem([`Port ${port} needs more rights than this user has.`]));
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Throws when a port stays taken for `timeoutMs`, as a killed supervisor's processes need time to end. */
export async function requireFreePort(
  variable: string,
  port: number,
  { host, timeoutMs = 3_000 }: { host?: string; timeoutMs?: number } = {},
): Promise<void> {
  const giveUpAt = performance.now() + timeoutMs;
  while (!(await isPortFree(port, host))) {
    if (performance.now() > giveUpAt) {
      const holder = holderOf(port);
      throw new StartProblem([
        `${variable}: port ${port} is taken${holder ? ` by ${holder}` : ''}; stop that, or set ${variable} to another port.`,
      ]);
    }
    await delay(100);
  }
}

/** The first free loopback port from `first` on. */
export async function firstFreePort(first: number): Promise<number> {
  for (let port = first; port < first + 100; port += 1) {
    if (await isPortFree(port, '127.0.0.1')) return port;
  }
  throw new StartProblem([`Ports ${first} to ${first + 99} are all taken: no room for the database.`]);
}

/** The listening process as `node (1234)`; Linux only. */
function holderOf(port: number): string | null {
  const inodes = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => listeningInodes(file, port)));
  if (inodes.size === 0) return null;
  const pid = readdirSync('/proc').find(
    (entry) => /^\d+$/.test(entry) && openSockets(entry).some((inode) => inodes.has(inode)),
  );
  return pid ? `${readFileSync(`/proc/${pid}/comm`, 'utf8').trim()} (${pid})` : null;
}

function listeningInodes(file: string, port: number): string[] {
  const LISTEN = '0A';
  const hexPort = port.toString(16).toUpperCase().padStart(4, '0');
  return linesOf(file)
    .map((line) => line.trim().split(/\s+/))
    .filter((column) => column[1]?.endsWith(`:${hexPort}`) && column[3] === LISTEN)
    .flatMap((column) => column[9] ?? []);
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    // Not Linux, or no IPv6: no name in the message.
    return [];
  }
}

function openSockets(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap(
      (fd) => /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [],
    );
  } catch {
    // Another user's process, or ended meanwhile.
    return [];
  }
}
