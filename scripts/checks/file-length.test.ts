import { expect, test } from 'vitest';
import { checkFileLength } from './file-length.ts';

const lines = (count: number) => 'x\n'.repeat(count);

test('300 lines are one file, 301 are two', () => {
  const files = [
    { path: 'lib/a.ts', text: lines(300) },
    { path: 'lib/b.ts', text: lines(301) },
  ];
  expect(checkFileLength(files).problems).toEqual(['lib/b.ts: 301 lines, at most 300']);
});
