import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeOf } from './layout.ts';
import { END_OF_TAR, NotATar, readTar, tarFile, tarHeader, whole } from './tar.ts';

async function* inParts(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Buffer, partSize = 700): Promise<[string, string | null][]> {
  const found: [string, string | null][] = [];
  for await (const { name, isDirectory, content } of readTar(inParts(bytes, partSize))) {
    found.push([name, isDirectory ? null : (await whole(content)).toString('base64')]);
  }
  return found;
}

const aFile = fc.record({
  name: fc.stringMatching(/^[\w-]{1,40}\/[\w.-]{1,40}$/),
  content: fc.uint8Array({ maxLength: 2_000 }),
});

test('what was written is read again, however the bytes arrive', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(aFile, { maxLength: 5 }),
      fc.integer({ min: 1, max: 3_000 }),
      async (files, size) => {
        const tar = Buffer.concat([
          ...files.map(({ name, content }) => tarFile(name, Buffer.from(content))),
          tarHeader({ name: 'a/directory', isDirectory: true, size: 0 }),
          END_OF_TAR,
        ]);
        expect(await read(tar, size)).toEqual([
          ...files.map(({ name, content }) => [name, Buffer.from(content).toString('base64')]),
          ['a/directory', null],
        ]);
      },
    ),
    { numRuns: 50 },
  );
});

test('a content that nobody reads is skipped', async () => {
  const tar = Buffer.concat([
    tarFile('one', Buffer.alloc(3_000, 1)),
    tarFile('two', Buffer.from('2')),
    END_OF_TAR,
  ]);
  const names: string[] = [];
  for await (const { name } of readTar(inParts(tar, 100))) names.push(name);
  expect(names).toEqual(['one', 'two']);
});

test('an end that is too early, and any other file, are told apart from a tar', async () => {
  const tar = Buffer.concat([tarFile('one', Buffer.alloc(3_000, 1)), END_OF_TAR]);
  for (const size of [0, 100, 511, 512, 1_000, tar.length - END_OF_TAR.length]) {
    await expect(read(tar.subarray(0, size)), `${size} bytes`).rejects.toThrow(NotATar);
  }
  await expect(read(Buffer.alloc(2_000, 'text'))).rejects.toThrow(NotATar);
  const changed = Buffer.from(tar);
  changed.writeUInt8(changed.readUInt8(3) + 1, 3);
  await expect(read(changed)).rejects.toThrow(NotATar);
});

describe('the place of an entry', () => {
  test.each(['secrets.json', 'sandbox.json', 'journal/0d1c3f6e-9a52-4a0e-8f2a-4b8a3f1f6f10.press'])(
    'of the data directory: %s',
    (name) => expect(placeOf(name)).toEqual({ of: 'files', path: name }),
  );

  test.each(['PG_VERSION', 'base/1/1247', 'pg_wal/archive_status', 'base/4/1_fsm'])(
    'of the cluster: %s',
    (path) => expect(placeOf(`postgres/${path}`)).toEqual({ of: 'database', path }),
  );

  test.each([
    '/etc/passwd',
    '../secrets.json',
    'postgres/../../x',
    'postgres/..',
    'postgres/./x',
    'postgres//x',
    'postgres/',
    'postgres',
    'journal/../x.press',
    'journal/a/b.press',
    'secrets.json/x',
    'x',
    '',
  ])('is none for %s', (name) => expect(placeOf(name)).toBeNull());
});
