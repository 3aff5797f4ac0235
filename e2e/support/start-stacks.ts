import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launchStack, READY, type RunningStack } from '../../scripts/testing/running-stack.ts';
import { publishStacks, STACKS, type Stack, type StackName } from './stacks.ts';
import { streetFile } from './street-file.ts';

const LOGS = resolve('test-results', 'stacks');

/** Starts all stacks from one build. */
export default async function startStacks(): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-e2e-'));
  // The embedded database runs as another user when we are root.
  chmodSync(dir, 0o755);
  const tileFile = join(dir, 'streets.pmtiles');
  writeFileSync(tileFile, streetFile());
  const running = new Map<StackName, RunningStack>();
  const stop = async () => {
    await Promise.all([...running.values()].map((stack) => stack.interrupt()));
    // Logs for failed journeys.
    mkdirSync(LOGS, { recursive: true });
    for (const [name, stack] of running) writeFileSync(join(LOGS, `${name}.log`), stack.output());
    rmSync(dir, { recursive: true });
  };
  const start = async (name: StackName): Promise<Stack> => {
    const stack = await launchStack({
      root: resolve('.'),
      dataDir: join(dir, name),
      // Client addresses per test, so that rate limits do not add up.
      env: {
        ...STACKS[name],
        ...(name === 'redirecting' ? { MAP_PMTILES: tileFile } : {}),
        TRUSTED_PROXY_HOPS: '1',
      },
    });
    running.set(name, stack);
    return whenReady(stack);
  };
  try {
    // The first may have to build.
    const plain = await start('plain');
    const [redirecting, troubled] = await Promise.all([start('redirecting'), start('troubled')]);
    publishStacks({ plain, redirecting, troubled });
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

/** Waits for a stack, and reads what it prints. */
export async function whenReady(stack: RunningStack): Promise<Stack> {
  await stack.says(READY);
  await letControlRoomAnnounce(stack.sandboxUrl);
  const [admin, aura] = await Promise.all([printed(stack, 'Operator'), printed(stack, 'Sandbox API')]);
  return {
    url: stack.url,
    sandboxUrl: stack.sandboxUrl,
    admin: { email: admin[0], password: admin[1] },
    aura: { clientId: aura[0], clientSecret: aura[1] },
  };
}

/** Lets the control room's steps send webhooks; by default, like the simulator, none are sent. */
async function letControlRoomAnnounce(sandboxUrl: string): Promise<void> {
  const answer = await fetch(`${sandboxUrl}/sandbox/switches`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ simulatorWebhooks: 'on' }),
  });
  if (!answer.ok) throw new Error(`the sandbox does not move its switches: ${answer.status}`);
}

/** Two values printed beside a word by `npm start`. */
async function printed(stack: RunningStack, word: string): Promise<[string, string]> {
  const [, name = '', secret = ''] = await stack.says(new RegExp(`${word} +(\\S+) +(\\S+)`));
  return [name, secret];
}
