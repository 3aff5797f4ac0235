import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepScripts, serveKeptScripts } from './older-scripts.ts';

const DAY_MS = 24 * 60 * 60_000;

let root: string;
let nowMs: number;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vigil-scripts-'));
  nowMs = Date.parse('2026-01-01T00:00:00Z');
});
afterEach(() => rmSync(root, { recursive: true }));

/** A build with these scripts, each of which holds its own name. */
function build(...scripts: string[]): void {
  keepScripts(root, nowMs);
  rmSync(join(root, '.next', 'static'), { recursive: true, force: true });
  for (const script of scripts) {
    mkdirSync(dirname(served(script)), { recursive: true });
    writeFileSync(served(script), script);
  }
  serveKeptScripts(root, nowMs);
}

const served = (script: string) => join(root, '.next', 'static', 'chunks', script);

test('the scripts of every earlier build are served beside those of the last', () => {
  build('a.js', 'shared.js');
  build('b.js', 'shared.js');
  build('c.js');
  for (const script of ['a.js', 'b.js', 'c.js', 'shared.js']) {
    expect(readFileSync(served(script), 'utf8')).toBe(script);
  }
});

test('a script goes 30 days after it was replaced, however often is built meanwhile', () => {
  build('a.js');
  nowMs += 100 * DAY_MS;
  build('b.js');
  nowMs += 29 * DAY_MS;
  build('c.js');
  expect(existsSync(served('a.js'))).toBe(true);
  nowMs += 2 * DAY_MS;
  build('d.js');
  expect(existsSync(served('a.js'))).toBe(false);
  expect(existsSync(served('b.js'))).toBe(true);
});

test('a script that a later build has again is not old', () => {
  build('a.js');
  build('b.js');
  nowMs += 20 * DAY_MS;
  build('a.js');
  nowMs += 20 * DAY_MS;
  build('c.js');
  expect(existsSync(served('a.js'))).toBe(true);
});
