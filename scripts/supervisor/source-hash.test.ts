import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildEnvironment, isBuilt, rebuild, requireBuilt, wantedBuild } from './build.ts';
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
  const env = { SECRET_KEY: 'key', PORT: '3000' };

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

  test('serves every port and every key, but not another value for the browser', () => {
    const wanted = wantedBuild(root, env);
    expect(wantedBuild(root, { SECRET_KEY: 'other', PORT: '4000' })).toBe(wanted);
    expect(wantedBuild(root, { ...env, NEXT_PUBLIC_COLOUR: 'red' })).not.toBe(wanted);
  });

  test('sees no setting and no secret, and is named the same with any', () => {
    const given = {
      PATH: '/bin',
      DATABASE_URL: 'postgres://u:secret@db/vigil',
      APP_URL: 'https://a.example',
    };
    const seen = buildEnvironment({ ...env, ...given }, wantedBuild(root, env));
    expect(Object.keys(seen).sort()).toEqual([
      'NEXT_DEPLOYMENT_ID',
      'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY',
      'NEXT_TELEMETRY_DISABLED',
      'PATH',
    ]);
    expect(buildEnvironment({ PATH: '/bin' }, wantedBuild(root, {}))).toEqual(seen);
  });

  test('is asked for by its command where nothing may be built by itself', async () => {
    expect(() => requireBuilt(root, env)).toThrow('run npm run build first');
    await rebuild(root, wantedBuild(root, env), build);
    expect(requireBuilt(root, { SECRET_KEY: 'other' })).toBe(wantedBuild(root, env).slice(0, 16));
  });

  test('that fails halfway does not count, even over an earlier one', async () => {
    const wanted = wantedBuild(root, env);
    await rebuild(root, wanted, build);
    const failing = rebuild(root, wanted, () => Promise.reject(new Error('interrupted')));
    await expect(failing).rejects.toThrow('interrupted');
    expect(isBuilt(root, wanted)).toBe(false);
  });
});
