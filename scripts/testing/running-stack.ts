import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';

export type StackSettings = {
  readonly root: string;
  readonly dataDir: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Run as this user; requires root. */
  readonly user?: { readonly uid: number; readonly gid: number };
};

export type RunningStack = {
  readonly url: string;
  readonly sandboxUrl: string;
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Resolves when a line matches; rejects when the stack ends first. */
  readonly says: (pattern: RegExp) => Promise<RegExpMatchArray>;
  readonly ended: Promise<number | null>;
  /** Ctrl-C: signals the whole group. */
  readonly interrupt: () => Promise<number | null>;
};

export const READY = /Vigil is running/;

/** Starts the product as a user does, on free ports with a minimal environment. */
export async function launchStack({ root, dataDir, env = {}, user }: StackSettings): Promise<RunningStack> {
  const [port, sandboxPort] = await Promise.all([freePort(), freePort()]);
  const { PATH, HOME, LANG } = process.env;
  const ports = { PORT: `${port}`, SANDBOX_PORT: `${sandboxPort}`, ...env };
  // The leash ends the stack with the test runner.
  const leash = join(root, 'scripts', 'supervisor', 'leash.ts');
  const bootstrap = join(root, 'scripts', 'bootstrap.mjs');
  const child = spawn(process.execPath, ['--import', leash, bootstrap, 'start'], {
    ...user,
    cwd: root,
    // In production it would not build what a test has changed.
    env: { PATH, HOME, LANG, NODE_ENV: 'development', VIGIL_DATA_DIR: dataDir, ...ports },
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
    child.emit('said');
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended = once(child, 'close').then(() => child.exitCode);

  return {
    url: `http://localhost:${ports.PORT}`,
    sandboxUrl: `http://127.0.0.1:${ports.SANDBOX_PORT}`,
    child,
    output: () => output,
    says: (pattern) => awaitOutput(child, () => output, pattern),
    ended,
    interrupt: () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGINT');
      return ended;
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a numbered port');
  server.close();
  await once(server, 'close');
  return address.port;
}

function awaitOutput(child: ChildProcess, output: () => string, pattern: RegExp): Promise<RegExpMatchArray> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const match = output().match(pattern);
      if (!match) return;
      child.off('said', look);
      resolve(match);
    };
    child.on('said', look);
    child.once('close', () => reject(new Error(`the stack ended before it said ${pattern}:\n${output()}`)));
    look();
  });
}
