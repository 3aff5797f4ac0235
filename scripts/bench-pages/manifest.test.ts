import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { lacksOf, lacksOfPage } from './manifest.ts';

const VECTOR = { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' };
const MANIFEST = { name: 'Vigil', start_url: '/panic', display: 'standalone', icons: [VECTOR] };

const bitmap = (sizes: string, purpose?: string) => ({
  src: '/icon.png',
  sizes,
  type: 'image/png',
  ...(purpose === undefined ? {} : { purpose }),
});

test.each<[string, object, string[]]>([
  ['a vector for every size', {}, []],
  ['bitmaps of both sizes', { icons: [bitmap('192x192'), bitmap('48x48 512x512', 'any maskable')] }, []],
  ['one bitmap', { icons: [bitmap('512x512')] }, ['icon of 192']],
  ['an icon for masks only', { icons: [{ ...VECTOR, purpose: 'maskable' }] }, ['icon of 192', 'icon of 512']],
  ['an icon of another type', { icons: [{ ...VECTOR, type: 'image/jpeg' }] }, ['icon of 192', 'icon of 512']],
  ['no icon', { icons: undefined }, ['icon of 192', 'icon of 512']],
  ['no name', { name: ' ' }, ['name']],
  ['no start', { start_url: undefined }, ['start_url within its scope']],
  ['a start outside its scope', { scope: '/help' }, ['start_url within its scope']],
  ['a browser’s display', { display: 'browser' }, ['display']],
])('a manifest with %s', (_, changes, lacking) => {
  expect(lacksOf({ ...MANIFEST, ...changes })).toEqual(lacking);
});

test('what is no manifest lacks all', () => {
  expect(lacksOf('<html>')).toEqual(['a manifest that can be read']);
});

/** Serves a page, a manifest and, under one address, an icon. */
async function serve(page: string, icon: string): Promise<string> {
  const server = createServer((request, response) => {
    const isIcon = request.url === icon;
    if (isIcon) response.setHeader('content-type', 'image/svg+xml; charset=utf-8');
    if (request.url === '/') response.end(page);
    else if (request.url === '/manifest.webmanifest') response.end(JSON.stringify(MANIFEST));
    else response.writeHead(isIcon ? 200 : 404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}/`;
}

test('a page that links no manifest lacks it', async () => {
  expect(await lacksOfPage(await serve('<p>', '/icon.svg'))).toEqual(['a link to a manifest']);
});

test('a manifest’s icons are fetched', async () => {
  const page = '<link rel="manifest" href="/manifest.webmanifest"/>';
  expect(await lacksOfPage(await serve(page, '/icon.svg'))).toEqual([]);
  expect(await lacksOfPage(await serve(page, '/elsewhere.svg'))).toEqual(['/icon.svg (404, )']);
});
