import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Environment } from './environment.ts';
import { systemCode } from './start-problem.ts';

export type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

export type NodeRun = {
  readonly root: string;
  readonly args: readonly string[];
  readonly env: Environment;
  readonly nodeEnv: 'production' | 'development';
};

/**
 * Starts our Node with a script. Its own process group keeps Ctrl-C from it, so that we stop the stack in
 * order; the leash ends it with us.
 */
export function spawnNode({ root, args, env, nodeEnv }: NodeRun): ChildProcess {
  const leash = join(root, 'scripts', 'supervisor', 'leash.ts');
  return spawn(process.execPath, ['--import', leash, ...args], {
    cwd: root,
    env: { ...env, NODE_ENV: nodeEnv },
    detached: true,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
}

/** Resolves when the process has ended or failed to start. */
export function exitOf(child: ChildProcess): Promise<Exit> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => {
      if (child.pid === undefined) resolve({ code: 127, signal: null });
    });
  });
}

/** Kills the rest of a child's process group. */
export function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if (systemCode(error) !== 'ESRCH') throw error;
  }
}

export function describeExit({ code, signal }: Exit): string {
  return signal ? `by ${signal}` : `exit ${code}`;
}
