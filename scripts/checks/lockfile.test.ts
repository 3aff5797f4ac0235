import { expect, test } from 'vitest';
import { checkLockfileText } from './lockfile.ts';

const lockfile = (packages: Record<string, object>) => JSON.stringify({ lockfileVersion: 3, packages });
const builder = { version: '1.0.0', optionalDependencies: { 'builder-linux': '1.0.0' } };
const platform = { version: '1.0.0', optional: true, os: ['linux'] };

test.each([
  ['beside it', 'node_modules/builder', 'node_modules/builder-linux'],
  ['inside it', 'node_modules/builder', 'node_modules/builder/node_modules/builder-linux'],
  ['above it', 'node_modules/app/node_modules/builder', 'node_modules/builder-linux'],
])('an optional package may be locked %s', (_where, path, place) => {
  expect(checkLockfileText(lockfile({ [path]: builder, [place]: platform })).problems).toEqual([]);
});

test('an optional package that is not locked is named', () => {
  expect(checkLockfileText(lockfile({ 'node_modules/builder': builder })).problems).toEqual([
    expect.stringContaining('no entry for builder-linux'),
  ]);
});
