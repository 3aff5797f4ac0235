import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { archive, openFolder, run } from '../testing/backup-rig.ts';
import { newManifest } from './manifest.ts';
import { END_OF_TAR, tarFile } from './tar.ts';

const nothing = newManifest(new Date(), []);

async function expectRefused(content: Buffer, reason: RegExp) {
  const dataDir = openFolder();
  const file = join(openFolder(), 'other');
  writeFileSync(file, content);
  writeFileSync(join(dataDir, 'secrets.json'), '{}');
  const { code, output } = await run('restore', dataDir, file);
  expect(output).toMatch(reason);
  expect(output.split('\n')).toHaveLength(2);
  expect(code).toBe(1);
  expect(readdirSync(dataDir).filter((name) => !name.endsWith('.sock'))).toEqual(['secrets.json']);
}

test.each([
  ['a text', () => Buffer.from('no backup at all')],
  ['another archive', () => gzipSync(Buffer.concat([tarFile('x', Buffer.from('x')), END_OF_TAR]))],
  ['one whose files lead elsewhere', () => archive(nothing, tarFile('postgres/../../x', Buffer.from('x')))],
  ['one without a database', () => archive(nothing, tarFile('secrets.json', Buffer.from('{}')))],
])('%s is no backup: nothing is changed', async (_what, content) => {
  await expectRefused(content(), /^\S+ is no whole backup of Vigil\. Nothing was changed\.$/m);
});

test.each([
  ['of a newer format', { ...nothing, format: 2 }, /newer version of Vigil/],
  ['with migrations of a newer version', newManifest(new Date(), ['unknown']), /newer version of Vigil/],
  ['of another PostgreSQL', { ...nothing, postgres: '19' }, /made by PostgreSQL 19 on/],
  ['of another machine', { ...nothing, platform: 'plan9-mips' }, /on plan9-mips/],
])('one %s is refused: nothing is changed', async (_what, manifest, reason) => {
  await expectRefused(archive(manifest), reason);
});

test.each([
  ['backup', 'pg_dump'],
  ['restore', 'pg_restore'],
] as const)('with DATABASE_URL, %s points to %s, in one line', async (command, tool) => {
  const { code, output } = await run(command, openFolder(), 'file', {
    DATABASE_URL: 'postgres://db.example/vigil',
  });
  expect(code).toBe(1);
  expect(output).toMatch(new RegExp(`^DATABASE_URL is set: [^\n]*${tool}[^\n]*\n$`));
});

test('where there is nothing to back up, or to restore, that is said', async () => {
  const empty = openFolder();
  expect(await run('backup', empty)).toMatchObject({
    code: 1,
    output: expect.stringMatching(/nothing to back up/),
  });
  expect(await run('restore', empty)).toMatchObject({
    code: 1,
    output: expect.stringMatching(/^Name the backup/),
  });
  expect(await run('restore', empty, '/nowhere')).toMatchObject({
    code: 1,
    output: expect.stringMatching(/\/nowhere cannot be read \(ENOENT\)/),
  });
});
