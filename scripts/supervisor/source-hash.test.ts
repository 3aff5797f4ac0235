import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isBuilt, rebuild, wantedBuild } from './build.ts';
import { sourceHash } from './source-hash.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vigil-hash-'));
  write('app/page.tsx', 'one');
  write('package-lock.json', '{}');
});

afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

describe('the name of the sources', () => {
  test.each([
    ['a changed page', 'app/page.tsx'],
    ['a new component', 'components/ui/button.tsx'],
    ['a changed lockfile', 'package-lock.json'],
    ['a changed public file', 'public/sw.js'],
  ])('changes with %s', (_what, path) => {
    const before = sourceHash(root, []);
    write(path, 'two');
    expect(sourceHash(root, [])).not.toBe(before);
  });

  test.each([
    ['a test', 'lib/panic/core/model.test.ts'],
    ['the sandbox', 'sandbox/main.ts'],
    ['a document', 'docs/architecture.md'],
  ])('stays with %s', (_what, path) => {
    const before = sourceHash(root, []);
    write(path, 'two');
    expect(sourceHash(root, [])).toBe(before);
  });

  test('changes when a file is renamed or text moves from one file to the next', () => {
    write('lib/a.ts', 'xy');
    write('lib/b.ts', 'z');
    const before = sourceHash(root, []);
    write('lib/a.ts', 'x');
    write('lib/b.ts', 'yz');
    expect(sourceHash(root, [])).not.toBe(before);
  });

  test('changes with what is baked in', () => {
    expect(sourceHash(root, ['a'])).not.toBe(sourceHash(root, ['b']));
  });
});

describe('a build', () => {
  const env = { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: 'key', PORT: '3000' };

  async function build(): Promise<void> {
    write('.next/BUILD_ID', 'id');
  }

  test('serves until the sources change', async () => {
    const wanted = wantedBuild(root, env);
    expect(isBuilt(root, wanted)).toBe(false);
    await rebuild(root, wanted, build);
    expect(isBuilt(root, wantedBuild(root, env))).toBe(true);
    write('app/page.tsx', 'two');
    expect(isBuilt(root, wantedBuild(root, env))).toBe(false);
  });

  test('serves another port, but not another key', () => {
    expect(wantedBuild(root, { ...env, PORT: '4000' })).toBe(wantedBuild(root, env));
    const otherKey = { ...env, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: 'other' };
    expect(wantedBuild(root, otherKey)).not.toBe(wantedBuild(root, env));
  });

  test('that fails halfway does not count, even over an earlier one', async () => {
    const wanted = wantedBuild(root, env);
    await rebuild(root, wanted, build);
    const failing = rebuild(root, wanted, () => Promise.reject(new Error('interrupted')));
    await expect(failing).rejects.toThrow('interrupted');
    expect(isBuilt(root, wanted)).toBe(false);
  });
});
