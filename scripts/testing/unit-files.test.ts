import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testFolder } from '#lib/testing/test-folder.ts';
import { unitFiles } from './unit-files.ts';

function folderOf(files: Readonly<Record<string, string>>): string {
  const root = testFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(root, name, '..'), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const sorted = (root: string) => {
  const { isolated, shared } = unitFiles(root, 'scripts/**/*.process.test.ts');
  return { isolated: isolated.toSorted(), shared: shared.toSorted() };
};

test.each([
  ['a database', 'await appDatabase();'],
  ['a database alone', 'const { url } = await testDatabase();'],
  ['a database of an older build', 'const { url } = await olderDatabase(15);'],
  ['a world', 'const world = await testWorld({});'],
  ['a world of its own kind', 'await providerWorld();'],
  ['a sandbox', 'const sandbox = await testSandbox();'],
  ['a replaced module', "vi.mock('#lib/platform/clock.ts');"],
  ['a module replaced later', "vi.doMock('#lib/platform/clock.ts');"],
  ['modules loaded anew', 'vi.resetModules();'],
])('a file with %s has modules of its own', (_what, text) => {
  const root = folderOf({ 'lib/a.test.ts': text });
  expect(sorted(root)).toEqual({ isolated: ['lib/a.test.ts'], shared: [] });
});

test('all others share theirs, and none is left out', () => {
  const root = folderOf({
    'next.config.test.ts': '',
    'components/ui/button.test.tsx': 'vi.fn()',
    'lib/panic/press.test.ts': 'const world = await testWorld();',
    'lib/geo/model.test.ts': 'test.prop([])',
    'scripts/backup/dump.process.test.ts': 'await testWorld();',
    'e2e/panic.spec.ts': '',
    'lib/panic/press.ts': '',
  });
  expect(sorted(root)).toEqual({
    isolated: ['lib/panic/press.test.ts'],
    shared: ['components/ui/button.test.tsx', 'lib/geo/model.test.ts', 'next.config.test.ts'],
  });
});
