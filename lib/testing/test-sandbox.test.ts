import { expect, test } from 'vitest';
import { testSandbox } from './test-sandbox.ts';

test('test sandboxes answer side by side, and are gone when closed', async () => {
  const [one, other] = await Promise.all([testSandbox(), testSandbox()]);
  expect(one.url).not.toBe(other.url);
  expect((await fetch(one.url)).status).toBe(200);

  await one.close();
  await expect(fetch(one.url)).rejects.toThrow();
  expect((await fetch(other.url)).status).toBe(200);
  await other.close();
});
