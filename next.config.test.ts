import { expect, test, vi } from 'vitest';

async function originsWith(appUrl: string | undefined): Promise<unknown> {
  vi.stubEnv('APP_URL', appUrl);
  vi.resetModules();
  return (await import('./next.config.ts')).default.experimental?.serverActions?.allowedOrigins;
}

test('actions may come from the public address, and from no other beside the host itself', async () => {
  expect(await originsWith('https://vigil.example')).toEqual(['vigil.example']);
  expect(await originsWith('http://localhost:3000/')).toEqual(['localhost:3000']);
  expect(await originsWith(undefined)).toEqual([]);
  expect(await originsWith('nonsense')).toEqual([]);
});
