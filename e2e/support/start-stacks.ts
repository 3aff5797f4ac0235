import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launchStack, READY, type RunningStack } from '../../scripts/testing/running-stack.ts';
import { publishStacks, type Stack } from './stacks.ts';

/** Starts one production stack for each way of tracking, as `npm start` does; both run the same build. */
export default async function startStacks(): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-e2e-'));
  // The embedded database runs as another user when we are root.
  chmodSync(dir, 0o755);
  const running: RunningStack[] = [];
  const stop = async () => {
    await Promise.all(running.map((stack) => stack.interrupt()));
    rmSync(dir, { recursive: true });
  };
  const start = async (trackingMode: string): Promise<Stack> => {
    const stack = await launchStack({
      root: resolve('.'),
      dataDir: join(dir, trackingMode),
      env: { TRACKING_MODE: trackingMode },
    });
    running.push(stack);
    await stack.says(READY);
    return { url: stack.url, sandboxUrl: stack.sandboxUrl, admin: await printedAdmin(stack) };
  };
  try {
    // One after the other: the first may have to build what both run.
    const auto = await start('auto');
    const redirect = await start('redirect');
    publishStacks({ auto, redirect });
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

async function printedAdmin(stack: RunningStack): Promise<Stack['admin']> {
  const [, email = '', password = ''] = await stack.says(/Operator +(\S+@\S+) +(\S+)/);
  return { email, password };
}
