import { expect, test } from 'vitest';
import { testSandbox } from './test-sandbox.ts';

const mine = await testSandbox();
let ended = '';

test('test sandboxes answer side by side', async () => {
  const other = await testSandbox();
  ended = other.url;
  expect(other.url).not.toBe(mine.url);
  for (const { url } of [mine, other]) expect((await fetch(url)).status).toBe(200);
});

test('one that a test made is gone with it; one of the file goes on', async () => {
  await expect(fetch(ended)).rejects.toThrow();
  expect((await fetch(mine.url)).status).toBe(200);
});
