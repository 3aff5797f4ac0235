import { expect, test, vi } from 'vitest';
import { PAGE_BODY_BYTES } from '#lib/platform/bound-body.ts';

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

test('Next takes as much of a form as the server in front of it', async () => {
  const { default: config } = await import('./next.config.ts');
  expect(config.experimental?.serverActions?.bodySizeLimit).toBe(`${PAGE_BODY_BYTES / 1024 / 1024}mb`);
});
