import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Browser, type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test';
import { Client } from 'pg';
import { patience } from '../lib/testing/patience.ts';
import { sendPress } from './support/gestures.ts';
import { isLong } from './support/long.ts';
import { invitationFor, join, passwordLinkFor, stopHalfway } from './support/operators.ts';
import { type OwnSite, openSite } from './support/own-site.ts';

// Every page of the product in a browser without scripts, when nothing of AURA is remembered and AURA is slow or away:
// none may wait in a placeholder that only a script ends. A page that is not listed here fails.

type Ids = Readonly<
  Record<
    | 'callout'
    | 'customer'
    | 'delivery'
    | 'file'
    | 'invitation'
    | 'operator'
    | 'passwordLink'
    | 'shared'
    | 'signup',
    string
  >
>;
type Viewer = 'visitor' | 'person' | 'operator' | 'halfway';

type Sight = {
  readonly as: Viewer;
  readonly address: (ids: Ids) => string;
  /** What the page is for. */
  readonly shows: (main: Locator) => Locator;
};

const button = (name: string | RegExp) => (main: Locator) => main.getByRole('button', { name }).first();
const field = (name: string) => (main: Locator) => main.getByLabel(name, { exact: true });
const text = (words: string | RegExp) => (main: Locator) => main.getByText(words).first();
const row = (main: Locator) => main.getByRole('row').nth(1);
const form = (main: Locator) => main.locator('form').first();
/** Names of forms and what stands in their place while AURA has not said what may be chosen. */
const formOrReason = (name: string) => (main: Locator) =>
  main.getByLabel(name, { exact: true }).or(main.getByRole('alert')).first();

const PAGES: Readonly<Record<string, Sight>> = {
  '(public)': { as: 'visitor', address: () => '/', shows: text('What happens when you press') },
  '(public)/register': { as: 'visitor', address: () => '/register', shows: formOrReason('Name') },
  '(public)/register/return/[reference]': {
    as: 'visitor',
    address: ({ signup }) => `/register/return/${signup}?status=success`,
    shows: (main) => main.getByRole('status').or(main.getByRole('alert')).or(main.getByRole('link')).first(),
  },
  '(public)/sign-in': { as: 'visitor', address: () => '/sign-in', shows: field('Mobile number') },
  '(public)/help': { as: 'visitor', address: () => '/help', shows: text('Call 112') },
  '(public)/privacy': { as: 'visitor', address: () => '/privacy', shows: text('How long we keep it') },
  '(public)/deleted/[erasureId]': { as: 'visitor', address: () => '/deleted/0', shows: text('No such page') },
  '(public)/terms': { as: 'visitor', address: () => '/terms', shows: text('What Vigil does not promise') },
  '(public)/follow/[token]': {
    as: 'visitor',
    address: ({ shared }) => shared,
    shows: (main) => main.getByRole('status').first(),
  },
  '(person)/panic': { as: 'person', address: () => '/panic', shows: button('Panic') },
  '(person)/practice': {
    as: 'person',
    address: () => '/practice',
    shows: (main) => main.locator('noscript p').first(),
  },
  '(person)/profile': { as: 'person', address: () => '/profile', shows: button('Save address') },
  '(person)/callouts': { as: 'person', address: () => '/callouts', shows: text('See this alarm') },
  '(person)/callouts/[calloutId]': {
    as: 'person',
    address: ({ callout }) => `/callouts/${callout}`,
    shows: (main) => main.getByRole('status').first(),
  },
  'admin/sign-in': { as: 'visitor', address: () => '/admin/sign-in', shows: button('Sign in') },
  'admin/join/[token]': { as: 'visitor', address: ({ invitation }) => invitation, shows: field('Your name') },
  'admin/new-password/[token]': {
    as: 'visitor',
    address: ({ passwordLink }) => passwordLink,
    shows: field('New password'),
  },
  'admin/step-up': {
    as: 'operator',
    address: () => '/admin/step-up',
    shows: (main) => main.getByRole('link', { name: 'Go on' }).or(button('Confirm')(main)),
  },
  'admin/second-factor': { as: 'halfway', address: () => '/admin/second-factor', shows: field('Code') },
  'admin/second-factor/set-up': {
    as: 'operator',
    address: () => '/admin/second-factor/set-up?with=app',
    shows: field('Password'),
  },
  'admin/(console)/account/password': {
    as: 'operator',
    address: () => '/admin/account/password',
    shows: field('New password'),
  },
  'admin/(console)/account': { as: 'operator', address: () => '/admin/account', shows: row },
  'admin/(console)/audit': { as: 'operator', address: () => '/admin/audit', shows: row },
  'admin/(console)/callouts': { as: 'operator', address: () => '/admin/callouts', shows: row },
  'admin/(console)/callouts/[calloutId]': {
    as: 'operator',
    address: ({ callout }) => `/admin/callouts/${callout}`,
    shows: button('Ask AURA now'),
  },
  'admin/(console)/customers': { as: 'operator', address: () => '/admin/customers', shows: row },
  'admin/(console)/customers/[customerId]': {
    as: 'operator',
    address: ({ customer }) => `/admin/customers/${customer}`,
    shows: text('Registered'),
  },
  'admin/(console)/customers/import': {
    as: 'operator',
    address: () => '/admin/customers/import',
    shows: formOrReason('CSV file'),
  },
  'admin/(console)/customers/import/[importId]': {
    as: 'operator',
    address: ({ file }) => `/admin/customers/import/${file}`,
    shows: text('people.csv'),
  },
  'admin/(console)/customers/register': {
    as: 'operator',
    address: () => '/admin/customers/register',
    shows: formOrReason('Name'),
  },
  'admin/(console)/customers/signup': {
    as: 'operator',
    address: () => '/admin/customers/signup',
    shows: button('Make a link'),
  },
  'admin/(console)/handover': {
    as: 'operator',
    address: () => '/admin/handover',
    shows: button('Hand over'),
  },
  'admin/(console)/integration': { as: 'operator', address: () => '/admin/integration', shows: row },
  'admin/(console)/map': { as: 'operator', address: () => '/admin/map', shows: row },
  'admin/(console)/operators': { as: 'operator', address: () => '/admin/operators', shows: row },
  'admin/(console)/operators/[operatorId]': {
    as: 'operator',
    address: ({ operator }) => `/admin/operators/${operator}`,
    shows: text('Sessions'),
  },
  'admin/(console)/reports': { as: 'operator', address: () => '/admin/reports', shows: form },
  'admin/(console)/systems': { as: 'operator', address: () => '/admin/systems', shows: button('Make key') },
  'admin/wall': { as: 'operator', address: () => '/admin/wall', shows: text('attention') },
  'admin/(console)/webhooks': { as: 'operator', address: () => '/admin/webhooks', shows: row },
  'admin/(console)/webhooks/[eventId]': {
    as: 'operator',
    address: ({ delivery }) => `/admin/webhooks/${delivery}`,
    shows: button('Replay'),
  },
};

const AURA = {
  'answers nothing for a minute': { effect: 'latency', latencyMs: 60_000 },
  'is away': { effect: 'reset_before' },
  answers: null,
} as const;

/** All pages in `npm run test:long`, otherwise one state of three per page. */
function pagesWhen(how: string) {
  const turn = Object.keys(AURA).indexOf(how);
  return Object.entries(PAGES).filter((_page, at) => isLong || at % 3 === turn);
}

test('every page is opened without scripts', () => {
  // `/admin` shows nothing itself: it leads to the board.
  const found = globSync('app/**/page.tsx').map((file) => dirname(file).slice('app/'.length));
  const pages = found.filter((name) => name !== 'admin');
  expect(pages.length).toBeGreaterThan(20);
  expect(Object.keys(PAGES).sort()).toEqual(pages.sort());
});

test.describe('a site of its own', () => {
  test.describe.configure({ mode: 'serial', timeout: patience(300_000) });

  let site: OwnSite;
  let ids: Ids;
  const viewers = new Map<Viewer, BrowserContext>();

  test.beforeAll(async ({ browser, playwright }) => {
    site = await openSite(playwright);
    const furnished = await furnish(site, browser);
    ids = furnished.ids;
    for (const [viewer, state] of Object.entries(furnished.signedIn)) {
      const context = await browser.newContext({
        baseURL: site.url,
        storageState: state,
        javaScriptEnabled: false,
      });
      viewers.set(viewer as Viewer, context); // safe: the keys of what furnish gives
    }
  });
  test.afterAll(() => site.close());

  for (const [how, fault] of Object.entries(AURA)) {
    test(`while AURA ${how}`, async () => {
      if (fault) await site.sandbox.fail(fault);
      else await site.sandbox.clearFaults();
      await startAnew(site);
      for (const [name, { as, address, shows }] of pagesWhen(how)) {
        const page = await viewers.get(as)?.newPage();
        if (!page) throw new Error(`no browser of a ${as}`);
        await page.goto(address(ids));
        // Being sent away would be another page.
        expect(new URL(page.url()).pathname, name).toBe(address(ids).replace(/\?.*|^https?:\/\/[^/]+/g, ''));
        const main = page.getByRole('main');
        await expect(page.getByRole('heading', { level: 1 }), name).toHaveCount(1);
        await expect(shows(main), name).toBeVisible();
        await expectNothingToCome(page, name);
        await page.close();
      }
    });
  }
});

/** What comes later has a link beside it to the page with all in it; nothing else waits. */
async function expectNothingToCome(page: Page, name: string): Promise<void> {
  const waiting = page.locator('[aria-busy="true"], .animate-pulse, .animate-spin').filter({ visible: true });
  const whole = page.locator('noscript a', { hasText: 'Show all of this page' });
  if ((await waiting.count()) > 0) {
    await expect(whole, `${name} waits for a script`).toBeVisible();
    await page.goto(new URL((await whole.getAttribute('href')) ?? '', page.url()).href);
  }
  await expect(waiting, `${name} waits for a script`).toHaveCount(0);
  await expect(
    page.getByText(/^(Loading|Opening the map|Asking AURA)\b/).filter({ visible: true }),
    name,
  ).toHaveCount(0);
}

/** A process that has asked AURA for nothing yet. */
async function startAnew(site: OwnSite): Promise<void> {
  site.signalApp('SIGKILL');
  await expect(async () => expect((await fetch(`${site.url}/api/health/ready`)).ok).toBe(true)).toPass();
}

/** One of everything that a page is about, made in browsers with scripts; and who may look at it. */
async function furnish(site: OwnSite, browser: Browser) {
  site.runScript('scripts/seed.ts', '--callouts', '30', '--open', '3');
  const { page: own } = await site.person(browser);
  await sendPress(own);
  await own.waitForURL(/\/callouts\/\d+$/);
  const callout = new URL(own.url()).pathname.split('/').at(-1) ?? '';
  await own.getByText('Details', { exact: true }).click();
  await own.getByRole('button', { name: 'Make a link' }).click();
  const shared = await own.getByLabel('Link', { exact: true }).inputValue();

  const admin = await site.operator(browser);
  await admin.goto('/admin/customers/signup');
  await admin.getByRole('button', { name: 'Make a link' }).click();
  await expect(admin.getByText('No link yet.')).toHaveCount(0);
  const colleague = await (await browser.newContext({ baseURL: site.url })).newPage();
  const email = 'halfway@vigil.test';
  await colleague.goto(await invitationFor(admin, email));
  await join(colleague, 'Halfway');
  await stopHalfway(colleague, email);
  const passwordLink = await passwordLinkFor(admin, 'Halfway');
  const invitation = await invitationFor(admin, 'somebody@vigil.test');

  return {
    ids: { callout, shared, invitation, passwordLink, ...(await fromDatabase(site)) },
    signedIn: {
      visitor: { cookies: [], origins: [] },
      person: await own.context().storageState(),
      operator: await admin.context().storageState(),
      halfway: await colleague.context().storageState(),
    },
  };
}

async function fromDatabase(site: OwnSite) {
  const database = new Client({ connectionString: site.databaseUrl });
  await database.connect();
  await database.query(`
    insert into customer_import (id, file_name, subscription_type_id, state, uploaded_at, uploaded_by)
      select gen_random_uuid(), 'people.csv', 1, 'checked', now(), id from "user" where email = 'admin@vigil.test';
    insert into customer_import_row (import_id, row, state, name, surname, mobile)
      select id, 2, 'waiting', 'Lindiwe', 'Dube', '+27761000001' from customer_import`);
  const { rows } = await database.query<
    Record<'customer' | 'delivery' | 'file' | 'operator' | 'signup', string>
  >(
    `select (select aura_customer_id from person order by created_at desc limit 1)::text as customer,
       (select id from webhook_event order by id desc limit 1)::text as delivery,
       (select id from customer_import)::text as file,
       (select id from "user" where email = 'admin@vigil.test') as operator,
       (select id from signup_session order by created_at desc limit 1)::text as signup`,
  );
  await database.end();
  if (!rows[0]) throw new Error('the database gives nothing');
  return rows[0];
}
