import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { APP_ENTRIES, SERVER_ENTRIES } from './trace.ts';

const text = (file: string) => readFileSync(resolve(file), 'utf8');

/** The last stage: what is built without a target. */
const image =
  text('Dockerfile')
    .split(/^FROM /m)
    .at(-1) ?? '';
const scriptsIn = (file: string) => [...file.matchAll(/scripts\/[\w-]+\.ts/g)].map(([script]) => script);

test('whatever image, compose file and operations tell to run is in the image', () => {
  const operations = text('docs/operations.md').split('## A container')[1]?.split('\n## ')[0] ?? '';
  const named = [...scriptsIn(image), ...scriptsIn(text('compose.yaml')), ...scriptsIn(operations)];
  expect(named).toContain('scripts/worker.ts');
  expect([...APP_ENTRIES, ...SERVER_ENTRIES]).toEqual(expect.arrayContaining(named));
});

test('the image is the last stage, runs as nobody, and is told no secret', () => {
  expect(image).toMatch(/^\$\{RUN_BASE\} AS vigil$/m);
  expect(image).toMatch(/^USER 65534:65534$/m);
  expect(image.indexOf('USER')).toBeLessThan(image.indexOf('ENTRYPOINT'));
  expect(image).not.toMatch(/^(RUN|ADD)/m);
  expect(text('Dockerfile')).not.toMatch(/^(ARG|ENV).*(SECRET|TOKEN|PASSWORD|DATABASE_URL)/m);
});

test('what a machine keeps does not get into a build', () => {
  const ignored = text('.dockerignore').split('\n');
  expect(ignored).toEqual(
    expect.arrayContaining(['.git', '.data', '.env', '.env.*', '.next', 'node_modules']),
  );
});

test('compose waits longer for an app to end than the app drains and ends', () => {
  const seconds = (pattern: RegExp) => Number(pattern.exec(text('compose.yaml'))?.[1]);
  const shutdownMs = /DRAINED_SHUTDOWN_MS = ([\d_]+)/.exec(text('server.ts'))?.[1]?.replace('_', '');
  const needed = seconds(/DRAIN_SECONDS: "(\d+)"/) + Number(shutdownMs) / 1_000;
  expect(seconds(/stop_grace_period: (\d+)s/)).toBeGreaterThan(needed);
});
