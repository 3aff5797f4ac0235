import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testEnv } from '#lib/testing/test-env.ts';
import { testFolder } from '#lib/testing/test-folder.ts';
import { GET } from './route.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>';
const path = join(testFolder(), 'logo.svg');

const get = () => GET(new Request('https://vigil.example/brand/logo'), { params: Promise.resolve({}) });

test('without a logo of its own, Vigil’s is shown', async () => {
  const response = await get();
  expect([response.status, response.headers.get('location')]).toEqual([303, '/icon.svg']);
});

test('the deployment’s logo is sent as what it is, and can run nothing', async () => {
  writeFileSync(path, SVG);
  testEnv({ BRAND_LOGO: path });
  const response = await get();
  expect(response.headers.get('content-type')).toBe('image/svg+xml');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await response.text()).toBe(SVG);
  // Broken since the start: the settings are read already, and the file is looked at again.
  writeFileSync(path, SVG.replace('<path', '<script/><path'));
  expect((await get()).status).toBe(303);
});
