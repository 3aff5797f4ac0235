import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page, PlaywrightWorkerArgs } from '@playwright/test';
import { foundEnvironment } from '../../scripts/supervisor/found-stack.ts';
import { descendants } from '../../scripts/testing/process-tree.ts';
import { freePort, launchStack, READY, type RunningStack } from '../../scripts/testing/running-stack.ts';
import type { Person } from './fixtures.ts';
import { signInOperator } from './operators.ts';
import { register } from './registration.ts';
import { controlSandbox, type SandboxControl } from './sandbox-control.ts';
import { newVisitor } from './visitors.ts';

/** A stack for one test file, which may be killed and replaced. */
export type OwnSite = {
  readonly url: string;
  readonly databaseUrl: string;
  readonly sandbox: SandboxControl;
  /** The first operator, signed in in their own browser. */
  readonly operator: (browser: Browser) => Promise<Page>;
  /** Registers a person in their own browser. */
  readonly person: (browser: Browser, context?: { readonly serviceWorkers?: 'block' }) => Promise<Person>;
  /** Stops, runs `change`, and starts again: same data, same URL. */
  readonly redeploy: (change: () => void) => Promise<void>;
  /** Runs one of our scripts against it, as `npm run` does. */
  readonly runScript: (script: string, ...args: readonly string[]) => void;
  readonly signalApp: (signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT') => void;
  readonly close: () => Promise<void>;
};

/** Starts a site from the sources in `root`, with some settings of its own. */
export async function openSite(
  playwright: PlaywrightWorkerArgs['playwright'],
  root = resolve('.'),
  settings: Readonly<Record<string, string>> = {},
): Promise<OwnSite> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vigil-site-'));
  // The embedded database runs as another user when we are root.
  chmodSync(dataDir, 0o755);
  const ports = { PORT: `${await freePort()}`, SANDBOX_PORT: `${await freePort()}` };
  const start = async () => {
    const stack = await launchStack({
      root,
      dataDir,
      env: { ...settings, ...ports },
    });
    await stack.says(READY);
    return stack;
  };
  let stack = await start();
  const { ADMIN_EMAIL = '', ADMIN_PASSWORD = '', DATABASE_URL = '' } = foundEnvironment({}, dataDir);
  const admin = { email: ADMIN_EMAIL, password: ADMIN_PASSWORD };
  const request = await playwright.request.newContext();
  const { url, sandboxUrl } = stack;
  const sandbox = controlSandbox(
    { url, sandboxUrl, admin, aura: { clientId: '', clientSecret: '' } },
    request,
  );
  return {
    url,
    databaseUrl: DATABASE_URL,
    sandbox,
    operator: async (browser) => {
      const context = await browser.newContext({ baseURL: url });
      const page = await context.newPage();
      await signInOperator(page, admin);
      return page;
    },
    person: async (browser, options = {}) => {
      const context = await browser.newContext({ ...options, baseURL: url });
      const page: Page = await context.newPage();
      const visitor = newVisitor(0);
      await register(page, sandbox, visitor);
      return { ...visitor, page };
    },
    redeploy: async (change) => {
      await stack.interrupt();
      change();
      stack = await start();
    },
    runScript: (script, ...args) => {
      const env = { NODE_ENV: 'production' as const, VIGIL_DATA_DIR: dataDir, ...ports };
      const run = ['--conditions=react-server', script, ...args];
      execFileSync(process.execPath, run, { cwd: root, env, stdio: 'pipe' });
    },
    signalApp: (signal) => process.kill(appOf(stack), signal),
    close: async () => {
      await stack.interrupt();
      await request.dispose();
      rmSync(dataDir, { recursive: true });
    },
  };
}

function appOf({ child }: RunningStack): number {
  const all = child.pid === undefined ? [] : descendants(child.pid);
  const app = all.find(({ command }) => /\bserver\.ts|^next-server/.test(command));
  if (!app) throw new Error('the app does not run');
  return app.pid;
}
