import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { freePort } from '../testing/running-stack.ts';
import { type Driver, type Engine, isInstalled } from './driver.ts';

const WINDOW = resolve(import.meta.dirname, 'webkitgtk-window.js');
const PROGRAMS = ['WebKitWebDriver', 'gjs', 'xvfb-run', 'xauth'];
const PACKAGES = 'apt install webkit2gtk-driver gjs gir1.2-webkit2-4.1 xvfb xauth';

/** WebKitGTK by its WebDriver, in a window of our own, on a screen that nobody sees. */
export const webkitgtk: Engine = {
  name: 'webkitgtk',
  lacks: () => {
    const missing = PROGRAMS.filter((program) => !isInstalled(program));
    if (missing.length === 0 && !hasLibrary()) missing.push('the library of WebKitGTK 4.1 for gjs');
    return missing.length === 0 ? null : `${missing.join(', ')} (${PACKAGES})`;
  },
  open: openWebkitgtk,
};

function hasLibrary(): boolean {
  return spawnSync('gjs', ['-c', "imports.gi.versions.WebKit2 = '4.1'; imports.gi.WebKit2"]).status === 0;
}

async function openWebkitgtk(folder: string, positionUrl: string): Promise<Driver> {
  const port = await freePort();
  // A group of its own: the screen, the driver, the window and its processes end together.
  const child = spawn('xvfb-run', ['--auto-servernum', 'WebKitWebDriver', `--port=${port}`], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const complaints: string[] = [];
  // The window prints the console of its pages.
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (line.includes('CONSOLE JS ERROR')) complaints.push(line);
  });
  const ask = await untilUp(child, `http://127.0.0.1:${port}`);
  try {
    const options = { binary: 'gjs', args: [WINDOW, folder, positionUrl] };
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
    const { sessionId, capabilities: got } = sessionSchema.parse(
      await ask('POST', '/session', { capabilities }),
    );
    const session = `/session/${sessionId}`;
    return {
      version: `${got.browserName} ${got.browserVersion}`,
      go: async (url) => void (await ask('POST', `${session}/url`, { url })),
      evaluate: async (expression) =>
        z
          .string()
          .parse(await ask('POST', `${session}/execute/sync`, { script: `return ${expression}`, args: [] })),
      act: async (actions) => void (await ask('POST', `${session}/actions`, { actions })),
      complaints: () => complaints,
      close: () => end(child),
    };
  } catch (error) {
    await end(child);
    throw error;
  }
}

type Ask = (method: string, path: string, body?: object) => Promise<unknown>;

/** The driver says nothing when it is ready: it is asked. */
async function untilUp(child: ChildProcess, url: string): Promise<Ask> {
  const ask: Ask = async (method, path, body) => {
    const response = await fetch(`${url}${path}`, {
      method,
      ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    });
    const { value } = answerSchema.parse(await response.json());
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(value)}`);
    return value;
  };
  while (child.exitCode === null) {
    try {
      await ask('GET', '/status');
      return ask;
    } catch (error) {
      // Not listening yet.
      if (!(error instanceof TypeError)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('the driver of WebKitGTK ended before it could be used');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const closed = once(child, 'close');
  process.kill(-child.pid, 'SIGTERM');
  await closed;
}

const answerSchema = z.object({ value: z.unknown() });
const sessionSchema = z.object({
  sessionId: z.string(),
  capabilities: z.object({ browserName: z.string(), browserVersion: z.string() }),
});
