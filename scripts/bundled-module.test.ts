import { globSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import * as reactQuery from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import * as zodMini from 'zod/mini';
import { bundledModule } from './bundled-module.mjs';

// What the browser gets in place of two libraries.

const KILOBYTE = 1_024;

const sources = globSync('{app,components,lib}/**/*.{ts,tsx}')
  .filter((file) => !/\.(test|bundled)\.tsx?$/.test(file))
  .map((file) => readFileSync(file, 'utf8'));

const exportsOf = (text: string) =>
  [...text.matchAll(/export\{([^}]*)\}/g)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.split(' as ').at(-1)),
  );

/** Of `zod/mini` under the name that all modules give it. */
function usedOfZod(): string[] {
  const users = sources.filter((text) => text.includes("from 'zod/mini'"));
  const named = users.flatMap((text) =>
    [...text.matchAll(/\bz\.(\w+)\b(?!<)/g)].map(([, name = '']) => name),
  );
  // Without the types.
  return [...new Set(named)].filter((name) => name in zodMini);
}

function usedOfReactQuery(): string[] {
  const named = sources.flatMap((text) =>
    [...text.matchAll(/import \{([^}]*)\} from '@tanstack\/react-query'/g)].flatMap(([, names = '']) =>
      names.split(',').map((name) => name.trim()),
    ),
  );
  return [...new Set(named)].filter((name) => name in reactQuery);
}

const zod = await bundledModule('lib/platform/zod-mini.bundled.ts');
const query = await bundledModule('lib/platform/react-query.bundled.ts');

describe.each([
  { library: 'zod/mini', bundle: zod, used: usedOfZod(), most: 11 },
  { library: '@tanstack/react-query', bundle: query, used: usedOfReactQuery(), most: 11 },
])('$library in the browser', ({ bundle, used, most }) => {
  test('has all that our modules use of it, and nothing else', () => {
    expect(used.length).toBeGreaterThan(4);
    expect(exportsOf(bundle.text).toSorted()).toEqual(used.toSorted());
  });

  test('is small', () => {
    expect(gzipSync(bundle.text, { level: 9 }).length / KILOBYTE).toBeLessThan(most);
  });

  test('brings no React of its own', () => {
    expect(bundle.inputs.filter((input) => /node_modules\/react(-dom)?\//.test(input))).toEqual([]);
  });
});

test('all modules give zod/mini the same name, and import what they use of it by no other', () => {
  const lines = sources.flatMap((text) => text.match(/^import .* from 'zod\/mini';$/gm) ?? []);
  expect(new Set(lines)).toEqual(new Set(["import * as z from 'zod/mini';"]));
});

test('parses in the browser as on the server', async () => {
  const inBrowser: typeof zodMini = await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(zod.text)}`
  );
  const shapes = [inBrowser, zodMini].map((z) =>
    z.object({
      id: z.uuid(),
      at: z.nullable(z.iso.datetime()),
      stage: z.enum(['raised', 'closed']),
      sizes: z.array(z.int()),
      note: z.optional(z.string()),
      link: z._default(z.nullable(z.url()), null),
    }),
  );
  const good = {
    ...{ id: '00000000-0000-4000-8000-000000000000', at: '2026-01-01T00:00:00.000Z' },
    ...{ stage: 'raised', sizes: [1], link: 'https://vigil.test/' },
  };
  const given = [
    good,
    { ...good, at: null, link: undefined },
    { ...good, id: '1' },
    { ...good, sizes: [0.5] },
    null,
  ];
  for (const value of given) {
    const [own, theirs] = shapes.map((shape) => shape.safeParse(value));
    expect(own?.success).toBe(theirs?.success);
    expect(own?.data).toEqual(theirs?.data);
  }
});
