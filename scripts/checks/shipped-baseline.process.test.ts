import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FILLED_IN } from '#components/baseline/fill-in.ts';
import { inlineScript } from '../inline-script.mjs';
import { checkBaseline, EXCUSES } from './browser-baseline.ts';

const INLINE = ['panic/early-press', 'leave/early-leave', 'quiet/early-quiet'];

/** All that the built product sends to browsers: its chunks and styles, the service worker, the inline scripts. */
async function shipped() {
  const built = readdirSync('.next/static', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(js|css)$/.test(name))
    .map((name) => join('.next/static', name));
  const files = [...built, 'public/sw.js'].map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  const inline = INLINE.map(async (name) => ({
    path: `the inline script ${name}`,
    text: (await inlineScript(`components/${name}.ts`)).text,
  }));
  return [...files, ...(await Promise.all(inline))];
}

it('nothing that is sent to browsers needs more than the oldest promised ones have', async () => {
  const files = await shipped();
  // Less than this is not the product.
  expect(files.length).toBeGreaterThan(20);
  const pages = files.filter(({ path }) => path.startsWith('.next'));
  // The service worker and the inline scripts run where nothing was filled in.
  const alone = files.filter(({ path }) => !path.startsWith('.next'));
  expect(checkBaseline(pages, FILLED_IN, EXCUSES).problems).toEqual([]);
  expect(checkBaseline(alone, ['crypto.randomUUID'], []).problems).toEqual([]);
});
