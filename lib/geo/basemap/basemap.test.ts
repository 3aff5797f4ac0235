import { utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { GET as getStyle } from '#app/api/map/style/route.ts';
import { GET as getTile } from '#app/api/map/tiles/[z]/[x]/[y]/route.ts';
import { mapStyleUrl } from '#lib/geo/basemap/basemap.ts';
import { basemapStyle, themes, tileAddress } from '#lib/geo/basemap/model.ts';
import { cleanUp } from '#lib/testing/clean-up.ts';
import { pmtilesFile } from '#lib/testing/pmtiles-file.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { testFolder } from '#lib/testing/test-folder.ts';

const VECTOR = 1;
const PNG = 2;
const LAYERS = { vector_layers: [{ id: 'earth' }, { id: 'roads' }] };
const folder = testFolder();
let turn = 0;
let path = '';

/** Each test has a file of its own, since what was read of one is kept. */
beforeEach(() => {
  turn += 1;
  path = join(folder, `${turn}.pmtiles`);
  testEnv({ MAP_PMTILES: path });
});

function write(words: string, { tileType = PNG, metadata = {} as unknown, at = 1_000 } = {}): void {
  const tiles = [
    { z: 0, x: 0, y: 0, data: Buffer.from(words) },
    { z: 1, x: 1, y: 0, data: Buffer.from(`${words} of the north-east`) },
  ];
  writeFileSync(path, pmtilesFile({ tileType, tiles, metadata }));
  utimesSync(path, at, at);
}

const style = (query = '') => getStyle(new Request(`http://localhost/api/map/style${query}`), {});
const tile = (z: unknown, x: unknown, y: unknown) =>
  getTile(new Request('http://localhost/'), { params: Promise.resolve({ z: `${z}`, x: `${x}`, y: `${y}` }) });

describe('the deployment’s own map', () => {
  test('draws by tiles that come from us, without glyphs and icons from anywhere', async () => {
    write('tile', {
      tileType: VECTOR,
      metadata: { ...LAYERS, attribution: '<b onclick=x>OSM</b> < people' },
    });
    expect(mapStyleUrl()).toBe('/api/map/style');
    for (const theme of themes) {
      const drawn = await (await style(`?theme=${theme}`)).json();
      expect(drawn.sources.basemap).toEqual({
        type: 'vector',
        tiles: ['/api/map/tiles/{z}/{x}/{y}'],
        minzoom: 0,
        maxzoom: 1,
        attribution: 'OSM  people',
      });
      expect([drawn.glyphs, drawn.sprite]).toEqual([undefined, undefined]);
      expect(JSON.stringify(drawn)).not.toMatch(/https?:|icon-image"/);
      expect(drawn.layers.some(({ type }: { type: string }) => type === 'symbol')).toBe(true);
    }
    expect(await (await style('?theme=light')).text()).not.toBe(await (await style('?theme=dark')).text());
  });

  test('serves its tiles, an empty one as nothing, and refuses what can be none', async () => {
    write('tile');
    const found = await tile(1, 1, 0);
    expect([found.status, found.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(await found.text()).toBe('tile of the north-east');
    expect((await tile(1, 0, 0)).status).toBe(204);
    expect((await tile(9, 0, 0)).status).toBe(204);
    for (const wrong of ['-1', '1.5', '2', 'x', '1e0', '../../etc', '99999999999'])
      expect((await tile(0, wrong, 0)).status, wrong).toBe(404);
    expect((await tile(25, 0, 0)).status).toBe(404);
  });

  test('shows a file that replaced another, and one that comes late', async () => {
    expect((await style()).status).toBe(503);
    expect((await tile(0, 0, 0)).status).toBe(503);
    write('first');
    expect(await (await tile(0, 0, 0)).text()).toBe('first');
    write('second, and longer', { at: 2_000 });
    expect(await (await tile(0, 0, 0)).text()).toBe('second, and longer');
  });

  test.each([
    ['is no PMTiles file', () => writeFileSync(path, 'rubbish')],
    ['is empty', () => writeFileSync(path, '')],
    ['has vector tiles of another schema', () => write('t', { tileType: VECTOR, metadata: {} })],
    [
      'has vector layers that are no list',
      () => write('t', { tileType: VECTOR, metadata: { vector_layers: 'x' } }),
    ],
    ['has metadata that is no object', () => write('t', { tileType: VECTOR, metadata: [] })],
    ['has tiles of an unknown kind', () => write('t', { tileType: 0 })],
  ])('a file that %s leaves the outlines', async (_what, prepare) => {
    prepare();
    expect((await style()).status).toBe(503);
  });

  test('is read from a server that answers ranges, and not from one that sends the whole', async () => {
    const file = pmtilesFile({
      tileType: PNG,
      tiles: [{ z: 0, x: 0, y: 0, data: Buffer.from('far') }],
      metadata: {},
    });
    const server = createServer((request, response) => {
      const [, from = 0, to = 0] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '')?.map(Number) ?? [];
      if (request.url === '/whole') response.end(file);
      else response.writeHead(206, { etag: '"1"' }).end(file.subarray(from, to + 1));
    }).listen(0, '127.0.0.1');
    cleanUp(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    if (!address || typeof address === 'string') throw new Error('a TCP server has a numbered port');
    const at = `http://127.0.0.1:${address.port}`;
    testEnv({ MAP_PMTILES: `${at}/ranges` });
    expect(await (await tile(0, 0, 0)).text()).toBe('far');
    testEnv({ MAP_PMTILES: `${at}/whole` });
    expect((await tile(0, 0, 0)).status).toBe(503);
  });

  test('is not there without a file, and gives way to a style of the deployment', async () => {
    testEnv({ MAP_PMTILES: undefined });
    expect(mapStyleUrl()).toBeUndefined();
    expect((await style()).status).toBe(404);
    testEnv({ MAP_PMTILES: path, MAP_STYLE_URL: 'https://tiles.example/style.json' });
    expect(mapStyleUrl()).toBe('https://tiles.example/style.json');
  });
});

test('a tile’s address names a tile of its zoom, or none', () => {
  fc.assert(
    fc.property(fc.nat(30), fc.nat(2 ** 26), fc.nat(2 ** 26), (z, x, y) => {
      const address = tileAddress({ z: `${z}`, x: `${x}`, y: `${y}` });
      expect(address !== undefined).toBe(z <= 24 && x < 2 ** z && y < 2 ** z);
    }),
  );
});

test('attribution is text, whatever the file says', () => {
  fc.assert(
    fc.property(fc.anything(), fc.string(), (metadata, attribution) => {
      const file = { format: 'raster', minZoom: 0, maxZoom: 1 } as const;
      const drawn = JSON.stringify([
        basemapStyle({ ...file, metadata: typeof metadata === 'object' ? metadata : null }, 'light'),
        basemapStyle({ ...file, metadata: { attribution: `<${attribution}>` } }, 'light'),
      ]);
      expect(drawn).not.toMatch(/[<>]/);
    }),
  );
});
