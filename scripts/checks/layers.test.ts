import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { forbidden, ROOMS } from '../../.dependency-cruiser.mjs';
import { checkLayers, cruiseLayers } from './layers.ts';

type Import = { readonly from: string; readonly to: string };

/** For each rule, imports it must refuse. */
const REFUSED: Readonly<Record<string, readonly Import[]>> = {
  'no-cycle': [{ from: 'lib/panic/device/raise-press.ts', to: 'lib/panic/device/raise-press.ts' }],
  resolvable: [{ from: 'lib/panic/device/raise-press.ts', to: '#lib/panic/absent.ts' }],
  'rooms-look-down': [
    { from: 'lib/panic/raise-press.ts', to: 'lib/console/attention/list-attention.ts' },
    { from: 'lib/callouts/schema.ts', to: 'lib/panic/schema.ts' },
    { from: 'lib/geo/schema.ts', to: 'lib/db/tables.ts' },
    { from: 'lib/vocabulary.ts', to: 'lib/geo/model.ts' },
    { from: 'lib/errors/result.ts', to: 'lib/vocabulary.ts' },
  ],
  'rooms-have-a-place': [{ from: 'lib/attic/read-dust.ts', to: 'lib/errors/result.ts' }],
  'platform-knows-no-feature': [
    { from: 'lib/platform/jobs.ts', to: 'lib/panic/schema.ts' },
    { from: 'lib/platform/http.ts', to: 'lib/identity/press-token.ts' },
    { from: 'lib/platform/readiness.ts', to: 'lib/db/tables.ts' },
  ],
  'app-on-top': [{ from: 'components/panic/button.ts', to: 'app/page.ts' }],
  'lib-below-components': [{ from: 'lib/panic/device/raise-press.ts', to: 'components/panic/button.ts' }],
  'components-see-the-browser-side': [
    { from: 'components/panic/button.ts', to: 'lib/panic/device/raise-press.ts' },
    { from: 'components/panic/button.ts', to: 'lib/platform/env.ts' },
  ],
  'ui-has-no-domain': [{ from: 'components/ui/button.ts', to: 'components/panic/button.ts' }],
  'store-behind-verbs': [
    { from: 'app/page.ts', to: 'lib/panic/store.ts' },
    { from: 'worker/main.ts', to: 'lib/panic/store.ts' },
    { from: 'lib/panic/device/actions.ts', to: 'lib/panic/store.ts' },
    { from: 'lib/panic/device/actions.ts', to: 'lib/panic/adoption-store.ts' },
  ],
  'store-stays-inside': [
    { from: 'lib/panic/raise-press.ts', to: 'lib/callouts/store.ts' },
    { from: 'lib/panic/journal/recover-store.ts', to: 'lib/callouts/follow-store.ts' },
    { from: 'lib/following/sharing/read-shared.ts', to: 'lib/following/cancellations/store.ts' },
    { from: 'lib/customers/registration/read-profile.ts', to: 'lib/customers/directory/store.ts' },
    { from: 'lib/customers/read-stored-customers.ts', to: 'lib/customers/registration/store.ts' },
    { from: 'lib/panic/saved-place.ts', to: 'lib/customers/person-store.ts' },
  ],
  'aura-behind-verbs': [
    { from: 'app/page.ts', to: 'lib/panic/aura.ts' },
    { from: 'lib/panic/device/actions.ts', to: 'lib/panic/aura.ts' },
  ],
  'database-in-stores': [
    { from: 'lib/panic/device/raise-press.ts', to: 'lib/db/database.ts' },
    { from: 'lib/panic/device/raise-press.ts', to: 'pg' },
    { from: 'app/page.ts', to: 'drizzle-orm' },
  ],
  'aura-in-one-file': [
    { from: 'lib/panic/device/raise-press.ts', to: 'lib/aura/client.ts' },
    { from: 'app/page.ts', to: 'lib/aura/client.ts' },
  ],
  'aura-errors-read-once': [{ from: 'lib/panic/aura.ts', to: 'lib/aura/error.ts' }],
  'aura-stands-alone': [
    { from: 'lib/aura/client.ts', to: 'lib/platform/clock.ts' },
    { from: 'lib/aura/client.ts', to: 'pino' },
  ],
  'sandbox-knows-the-contract-only': [
    { from: 'sandbox/main.ts', to: 'lib/aura/client.ts' },
    { from: 'sandbox/main.ts', to: 'lib/platform/clock.ts' },
  ],
  'sandbox-stays-out': [{ from: 'lib/panic/device/raise-press.ts', to: 'sandbox/main.ts' }],
  'next-at-the-edge': [
    { from: 'lib/panic/device/raise-press.ts', to: 'next/headers' },
    { from: 'worker/main.ts', to: 'next/server' },
  ],
  'react-in-queries-only': [{ from: 'lib/panic/core/model.ts', to: 'react' }],
  'rules-are-pure': [
    { from: 'lib/panic/core/model.ts', to: 'lib/platform/clock.ts' },
    { from: 'lib/panic/schema.ts', to: 'lib/panic/device/raise-press.ts' },
    { from: 'lib/panic/core/model.ts', to: 'pino' },
  ],
  'protocol-is-pure': [
    { from: 'lib/panic/core/deliver.ts', to: 'lib/platform/clock.ts' },
    { from: 'lib/panic/core/deliver.ts', to: 'lib/panic/store.ts' },
    { from: 'lib/panic/core/deliver.ts', to: 'drizzle-orm' },
    { from: 'lib/panic/core/deliver.ts', to: 'node:crypto' },
  ],
  'tests-stay-out': [{ from: 'lib/panic/device/raise-press.ts', to: 'lib/testing/test-database.ts' }],
};

/** What the design allows, so that no rule refuses more than it should. */
const ALLOWED: readonly Import[] = [
  { from: 'app/page.tsx', to: 'components/panic/button.ts' },
  { from: 'app/page.tsx', to: 'lib/panic/device/raise-press.ts' },
  { from: 'app/page.tsx', to: 'next/link' },
  { from: 'components/panic/button.ts', to: 'lib/panic/schema.ts' },
  { from: 'components/panic/button.ts', to: 'lib/panic/device/actions.ts' },
  { from: 'lib/panic/device/raise-press.ts', to: 'lib/panic/store.ts' },
  { from: 'lib/panic/device/raise-press.ts', to: 'lib/panic/aura.ts' },
  { from: 'lib/panic/store.ts', to: 'lib/db/database.ts' },
  { from: 'lib/panic/store.ts', to: 'drizzle-orm' },
  { from: 'lib/panic/journal/recover-store.ts', to: 'lib/panic/store.ts' },
  { from: 'lib/customers/imports/run-imports.ts', to: 'lib/customers/person-store.ts' },
  { from: 'lib/panic/raise-press.ts', to: 'lib/callouts/records.ts' },
  { from: 'lib/console/board/board-store.ts', to: 'lib/callouts/store.ts' },
  { from: 'lib/panic/aura.ts', to: 'lib/aura/client.ts' },
  { from: 'lib/panic/device/actions.ts', to: 'next/navigation' },
  { from: 'lib/panic/queries.ts', to: '@tanstack/react-query' },
  { from: 'lib/console/attention/model.ts', to: 'zod' },
  { from: 'lib/panic/core/deliver.ts', to: 'lib/panic/core/model.ts' },
  { from: 'lib/panic/core/deliver.ts', to: 'lib/vocabulary.ts' },
  { from: 'lib/aura/client.ts', to: 'node:timers' },
  { from: 'sandbox/main.ts', to: 'lib/aura/contract/endpoints.ts' },
  { from: 'worker/main.ts', to: 'lib/panic/device/raise-press.ts' },
  { from: 'lib/console/board/list-callouts.ts', to: 'lib/panic/list-undelivered.ts' },
  { from: 'lib/db/tables.ts', to: 'lib/vocabulary.ts' },
  { from: 'components/panic/button.ts', to: 'lib/vocabulary.ts' },
  { from: 'lib/platform/http.ts', to: 'lib/errors/result.ts' },
  { from: 'lib/panic/store.test.ts', to: 'lib/testing/test-database.ts' },
];

let house: string;

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'vigil-layers-'));
  symlinkSync(resolve('node_modules'), join(house, 'node_modules'));
});

afterEach(() => rmSync(house, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), text);
}

/** Type-only, because that is the import a careless check does not see. */
function build({ from, to }: Import): void {
  const isOwnFile = /^(app|components|lib|sandbox|worker)\//.test(to);
  if (isOwnFile) write(to, 'export type Thing = string;\n');
  const target = isOwnFile ? `./${relative(dirname(from), to)}` : to;
  write(from, `import type { Thing } from '${target}';\nexport type Mine = Thing;\n`);
}

test('every rule has an import that it must refuse', () => {
  expect(Object.keys(REFUSED).sort()).toEqual([...new Set(forbidden.map(({ name }) => name))].sort());
});

test.each(ROOMS.slice(1).map((upper, below) => ({ lower: ROOMS[below], upper })))(
  '$lower may not look up to $upper',
  async ({ lower, upper }) => {
    build({ from: `lib/${lower}/schema.ts`, to: `lib/${upper}/schema.ts` });
    expect((await cruiseLayers(house)).violations.join()).toContain('rooms-look-down');
  },
);

describe.each(Object.entries(REFUSED))('%s', (rule, imports) => {
  test.each(imports)('refuses $from → $to', async (refused) => {
    build(refused);
    const { violations } = await cruiseLayers(house);
    expect(violations.map((line) => line.split(':')[0])).toContain(rule);
  });
});

test.each(ALLOWED)('allows $from → $to', async (allowed) => {
  build(allowed);
  expect((await cruiseLayers(house)).violations).toEqual([]);
});

test('a subpath import of package.json is followed like any other', async () => {
  write('package.json', JSON.stringify({ type: 'module', imports: { '#components/*': './components/*' } }));
  write('components/panic/button.ts', 'export const button = 1;\n');
  write(
    'lib/panic/device/raise-press.ts',
    "import { button } from '#components/panic/button.ts';\nexport const x = button;\n",
  );
  expect((await cruiseLayers(house)).violations).toEqual([
    'lib-below-components: lib/panic/device/raise-press.ts → components/panic/button.ts',
  ]);
});

test('a cruise that sees fewer modules than there are files fails', async () => {
  write('lib/panic/core/model.ts', 'export const x = 1;\n');
  expect((await checkLayers(house, 1)).problems).toEqual([]);
  expect((await checkLayers(house, 2)).problems).toHaveLength(1);
});
