import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Browser, expect, type Locator, type Page, type Route, test } from '@playwright/test';
import { Client } from 'pg';
import { patience } from '../lib/testing/patience.ts';
import { sendPress } from './support/gestures.ts';
import { isLong } from './support/long.ts';
import { expectAccessible } from './support/looks.ts';
import { type OwnSite, openSite } from './support/own-site.ts';
import { holdBack, holdBackScripts } from './support/press-journeys.ts';

// Every console page in the states empty, full, loading and failing. An unlisted page fails.

type Ids = Readonly<Record<'callout' | 'customer' | 'delivery' | 'file' | 'operator', string>>;

const NOTHING: Ids = { callout: '', customer: '', delivery: '', file: '', operator: '' };

type ConsolePage = {
  readonly address: (ids: Ids) => string;
  /** Text of the empty state; absent where it cannot occur. */
  readonly empty?: string;
  readonly full: (page: Page) => Locator;
  /** Text while AURA has not answered, for pages that call AURA. */
  readonly loading?: string;
  /** The page's essential table. */
  readonly table: string;
};

const row = (page: Page) => page.getByRole('main').getByRole('row').nth(1);
const button = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true });

const PAGES: Readonly<Record<string, ConsolePage>> = {
  account: { address: () => '/admin/account', full: row, table: 'operator_passkey' },
  'account/password': {
    address: () => '/admin/account/password',
    full: button('Change password'),
    table: 'operator_passkey',
  },
  audit: { address: () => '/admin/audit', full: row, table: 'audit_entry' },
  callouts: { address: () => '/admin/callouts', empty: 'No callouts', full: row, table: 'callout' },
  'callouts/[calloutId]': {
    address: ({ callout }) => `/admin/callouts/${callout}`,
    full: button('Ask AURA now'),
    table: 'callout_fact',
  },
  customers: { address: () => '/admin/customers', empty: 'No customers yet', full: row, table: 'person' },
  'customers/[customerId]': {
    address: ({ customer }) => `/admin/customers/${customer}`,
    full: button('Renew'),
    loading: 'Asking AURA…',
    table: 'person',
  },
  'customers/import': {
    address: () => '/admin/customers/import',
    empty: 'No file yet.',
    full: row,
    table: 'customer_import',
  },
  'customers/import/[importId]': {
    address: ({ file }) => `/admin/customers/import/${file}`,
    full: button('Import 2 rows'),
    table: 'customer_import_row',
  },
  'customers/register': {
    address: () => '/admin/customers/register',
    full: button('Register'),
    table: 'session',
  },
  'customers/signup': {
    address: () => '/admin/customers/signup',
    empty: 'No link yet.',
    full: row,
    table: 'signup_session',
  },
  handover: {
    address: () => '/admin/handover',
    empty: 'Nobody has written a handover yet.',
    full: row,
    table: 'handover',
  },
  integration: { address: () => '/admin/integration', full: row, table: 'aura_call_minute' },
  map: {
    address: () => '/admin/map',
    empty: 'No open callouts',
    full: row,
    loading: 'The map needs the scripts of this page.',
    table: 'callout_position',
  },
  operators: { address: () => '/admin/operators', full: row, table: 'operator_invitation' },
  'operators/[operatorId]': {
    address: ({ operator }) => `/admin/operators/${operator}`,
    full: row,
    table: 'operator_passkey',
  },
  reports: {
    address: () => '/admin/reports',
    empty: 'Nothing was measured in these days',
    full: row,
    table: 'cancellation',
  },
  systems: { address: () => '/admin/systems', full: button('Make key'), table: 'hook_endpoint' },
  webhooks: { address: () => '/admin/webhooks', empty: 'No deliveries', full: row, table: 'webhook_event' },
  'webhooks/[eventId]': {
    address: ({ delivery }) => `/admin/webhooks/${delivery}`,
    full: button('Replay'),
    table: 'webhook_event',
  },
};

/** All pages in `npm run test:long`, otherwise one state of three per page. */
function pagesWhen(state: 'full' | 'loading' | 'unreadable'): readonly ConsolePage[] {
  const turn = ['full', 'loading', 'unreadable'].indexOf(state);
  return Object.values(PAGES).filter((_page, at) => isLong || at % 3 === turn);
}

test('every page of the console is looked at', () => {
  const pages = globSync('app/admin/(console)/**/page.tsx').map((file) =>
    dirname(file).slice('app/admin/(console)/'.length),
  );
  expect(pages.sort()).toEqual(Object.keys(PAGES).sort());
});

test.describe('a site of its own', () => {
  // Each state builds on the one before.
  test.describe.configure({ mode: 'serial', timeout: patience(300_000) });

  let site: OwnSite;
  let operator: Page;
  let ids: Ids;

  test.beforeAll(async ({ browser, playwright }) => {
    site = await openSite(playwright);
    operator = await site.operator(browser);
  });
  test.afterAll(() => site.close());

  test('when there is nothing yet', async () => {
    for (const { address, empty } of Object.values(PAGES)) {
      if (!empty) continue;
      const path = address(NOTHING);
      await operator.goto(path);
      await expect(operator.getByText(empty, { exact: true })).toBeVisible();
      await expectAccessible(operator, `${path}, empty`);
    }
  });

  test('when it is full', async ({ browser }) => {
    ids = await fill(site, operator, browser);
    for (const { address, full } of pagesWhen('full')) {
      await operator.goto(address(ids));
      await expect(full(operator)).toBeVisible();
      await expectAccessible(operator, `${address(ids)}, full`);
    }
  });

  test('a link shows that its page is on the way', async () => {
    const release = await holdBack(operator, '**/admin/map?_rsc=*');
    await operator.goto('/admin/callouts');
    const link = operator.getByRole('link', { name: 'Map', exact: true });
    await link.click();
    await expect(link.locator('[data-pending]')).toBeVisible();
    release();
    await operator.waitForURL('/admin/map');
    await expect(operator.locator('[data-pending]')).toHaveCount(0);
  });

  test('on a phone the navigation shows where one is', async () => {
    await operator.setViewportSize({ width: 360, height: 740 });
    for (const [path, name] of [
      ['/admin/callouts', 'Callouts'],
      ['/admin/audit', 'Audit'],
    ] as const) {
      await operator.goto(path);
      const link = operator
        .getByRole('navigation', { name: 'Main' })
        .getByRole('link', { name, exact: true });
      await expect(link).toBeInViewport({ ratio: 1 });
    }
  });

  test('on a phone each value stands beside its header, which is not read out with it', async () => {
    await operator.setViewportSize({ width: 360, height: 740 });
    await operator.goto('/admin/operators');
    const cell = operator.getByRole('cell').filter({ hasText: 'admin@vigil.test' }).first();
    const header = await cell.getAttribute('data-header');
    const shown = await cell.evaluate((td) => getComputedStyle(td, '::before').content);
    expect(shown).toContain(`"${header}"`);
    const read = await readOut(cell);
    expect(read).toContain('admin@vigil.test');
    expect(read).not.toContain(header);
  });

  test('while scripts and AURA are on their way', async () => {
    // A new process has an empty cache.
    site.signalApp('SIGKILL');
    await expect(async () =>
      expect((await operator.request.get('/api/health/ready')).ok()).toBe(true),
    ).toPass();
    await site.sandbox.fail({ effect: 'latency', latencyMs: 60_000 });
    const release = await holdBackScripts(operator);
    for (const { address, loading } of pagesWhen('loading')) {
      const path = address(ids);
      await operator.goto(path, { waitUntil: 'commit' });
      await expect(operator.getByRole('heading', { level: 1 })).toBeVisible();
      if (loading) await expect(operator.getByText(loading)).toBeAttached();
      await expectAccessible(operator, `${path}, loading`);
    }
    release();
    // Pages with open requests are gone.
    await operator.unrouteAll({ behavior: 'ignoreErrors' });
    await site.sandbox.clearFaults();
  });

  test('when it cannot be read', async () => {
    const database = new Client({ connectionString: site.databaseUrl });
    await database.connect();
    for (const { address, table } of pagesWhen('unreadable')) {
      await database.query(`alter table "${table}" rename to "${table}_away"`);
      const path = address(ids);
      await operator.goto(path);
      await expect(operator.getByRole('heading', { name: 'Something went wrong' }), path).toBeVisible();
      await operator.route('**/admin/**', stayInPlace);
      await expectAccessible(operator, `${path}, without its table`);
      await operator.unroute('**/admin/**', stayInPlace);
      await database.query(`alter table "${table}_away" rename to "${table}"`);
    }
    await database.end();
  });
});

/** A page without its alarms reloads itself: not while it is looked at. */
const stayInPlace = (route: Route) =>
  route.request().isNavigationRequest() ? route.abort('aborted') : route.fallback();

/** The accessibility tree's text of an element in Chromium. */
async function readOut(locator: Locator): Promise<string> {
  await locator.evaluate((element) => element.setAttribute('id', 'read-out'));
  const session = await locator.page().context().newCDPSession(locator.page());
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#read-out' });
  const { nodes } = await session.send('Accessibility.queryAXTree', { nodeId });
  await session.detach();
  return nodes.map(({ name }) => `${name?.value ?? ''}`).join('\n');
}

/** Seeds two years of data, and one of everything that is entered by hand. */
async function fill(site: OwnSite, operator: Page, browser: Browser): Promise<Ids> {
  site.runScript('scripts/seed.ts', '--callouts', '300', '--open', '20');

  const { page } = await site.person(browser);
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  const callout = lastOf(page);

  await operator.goto('/admin/customers/signup');
  await operator.getByRole('button', { name: 'Make a link' }).click();
  await operator.goto('/admin/operators');
  await operator.getByLabel('Email').fill('somebody@vigil.test');
  await operator.getByRole('button', { name: 'Make invitation link' }).click();
  await expect(operator.getByLabel('Invitation link')).toBeVisible();

  await operator.goto('/admin/customers/import');
  const rows = [
    'name,surname,mobile',
    'Lindiwe,Dube,+27761000001',
    'Sipho,Dube,+27761000002',
    '=cmd|calc,Dube,12',
  ];
  await operator.getByLabel('CSV file').setInputFiles({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(rows.join('\n')),
  });
  await operator.getByRole('button', { name: 'Check the file' }).click();
  await operator.waitForURL(/\/import\/[0-9a-f-]+$/);
  const file = lastOf(operator);

  const first = async (path: string, which: { hasText: string | RegExp } = { hasText: /\d/ }) => {
    await operator.goto(path);
    await operator.getByRole('main').getByRole('row').filter(which).getByRole('link').first().click();
    await operator.waitForURL(new RegExp(`${path}/[^/]+$`));
    return lastOf(operator);
  };
  const customer = await first('/admin/customers');
  const delivery = await first('/admin/webhooks');
  const self = await first('/admin/operators', { hasText: 'admin@vigil.test' });
  await page.context().close();
  return { callout, customer, delivery, file, operator: self };
}

function lastOf(page: Page): string {
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}
