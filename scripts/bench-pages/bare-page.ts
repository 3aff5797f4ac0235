import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { until } from '../chaos/waiting.ts';
import { freePort } from '../testing/running-stack.ts';

// The least that this version of Next can send: a heading, and a button that does something.

const READY_WITHIN_MS = 30_000;
const root = join(import.meta.dirname, '..', '..');
const NEXT = join('node_modules', 'next', 'dist', 'bin', 'next');

const FILES = {
  'app/layout.jsx': `export const metadata = { title: 'Bare page', description: 'A heading and a button.' };

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
`,
  'app/page.jsx': `import { Counter } from './counter.jsx';

export default function Page() {
  return (
    <main>
      <h1>Bare page</h1>
      <Counter />
    </main>
  );
}
`,
  'app/counter.jsx': `'use client';
import { useState } from 'react';

export function Counter() {
  const [presses, setPresses] = useState(0);
  return <button onClick={() => setPresses(presses + 1)}>Pressed {presses} times</button>;
}
`,
  // Browsers ask for one: its absence would count as an error of the page.
  'app/icon.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1H0z" /></svg>\n',
  // Where the packages are linked from must be below the root, too.
  'next.config.mjs': "export default { turbopack: { root: '/' }, outputFileTracingRoot: '/' };\n",
};

export type BarePage = { readonly url: string; readonly stop: () => Promise<void> };

/** Builds and serves it outside the repository: within, the build would take in Vigil's proxy and instrumentation. */
export async function startBarePage(): Promise<BarePage> {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-bare-page-'));
  let server: ChildProcess | null = null;
  const stop = async () => {
    if (server !== null && server.exitCode === null) {
      const ended = once(server, 'close');
      server.kill();
      await ended;
    }
    rmSync(folder, { recursive: true });
  };
  try {
    writeFiles(folder);
    console.log('Building the bare page …');
    const build = nextIn(folder, 'build');
    const [code]: unknown[] = await once(build, 'close');
    if (code !== 0) throw new Error(`building the bare page ended with ${code}`);
    const port = await freePort();
    server = nextIn(folder, 'start', '-p', `${port}`);
    // As Vigil's address is written.
    const url = `http://localhost:${port}`;
    const ready = await until(async () => (await fetch(url)).ok, READY_WITHIN_MS);
    if (ready === null) throw new Error('the bare page is not served');
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function writeFiles(folder: string): void {
  // For the same browsers: what they lack is sent along.
  const { browserslist } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const files = { ...FILES, 'package.json': JSON.stringify({ private: true, browserslist }) };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
}

function nextIn(folder: string, ...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [NEXT, ...args], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
