import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { Client } from 'pg';
import { z } from 'zod';
import { patience } from '../lib/testing/patience.ts';
import { databaseUrl } from '../scripts/supervisor/postgres.ts';
import { launchStack, READY, type RunningStack } from '../scripts/testing/running-stack.ts';
import {
  asCode,
  CANARY_SETTINGS,
  clientBundle,
  type Heard,
  leaksIn,
  listenTo,
  literally,
  MARKED_PERSON,
  MARKED_PLACE,
  MARKED_WORDS,
  PERSONAL_FACTS,
  SEALED_FACTS,
  SERVER_SECRETS,
  type Seat,
  type Secrets,
  type Witness,
} from './support/canaries.ts';
import { sendPress } from './support/gestures.ts';
import { askForCode, confirm } from './support/registration.ts';
import { controlSandbox, type SandboxControl } from './support/sandbox-control.ts';
import { breakAura, breakDatabase, sendRubbish } from './support/trouble.ts';

// A separate stack with marked secrets, a marked person and many failures. Then everything printed, sent,
// requested and built is searched for them.

test('no secret, code, person, place or tracking address is where it does not belong', async ({
  browser,
  playwright,
}) => {
  test.setTimeout(patience(240_000));
  const dataDir = mkdtempSync(join(tmpdir(), 'vigil-leaks-'));
  // The embedded database runs as another user when we are root.
  chmodSync(dataDir, 0o755);
  const stack = await launchStack({
    root: resolve('.'),
    dataDir,
    env: CANARY_SETTINGS,
  });
  const request = await playwright.request.newContext();
  try {
    await stack.says(READY);
    const aura = { clientId: '', clientSecret: CANARY_SETTINGS.AURA_CLIENT_SECRET };
    const admin = { email: CANARY_SETTINGS.ADMIN_EMAIL, password: CANARY_SETTINGS.ADMIN_PASSWORD };
    const sandbox = controlSandbox({ url: stack.url, sandboxUrl: stack.sandboxUrl, admin, aura }, request);
    const person = await open(browser, stack);
    const operator = await open(browser, stack);
    const elsewhere = await open(browser, stack);
    const nosy = await open(browser, stack);

    const { codes, calloutId } = await registerAndPress(person, sandbox);
    await watchAsOperator(operator, calloutId);
    await sendRubbish(person);
    await breakAura(person, sandbox);
    const database = await openDatabase(stack, dataDir);
    codes.push(...(await breakDatabase({ person, elsewhere }, database, sandbox)));
    const stored = await dumpOf(database);
    await database.end();
    await lookAround(nosy, calloutId);
    await Promise.all([person, operator, elsewhere, nosy].map(({ witness }) => witness.settled()));
    const issued = await tokensOf(dataDir);
    await stack.interrupt();

    const oneTimeCodes = named('one-time code', codes.map(asCode));
    const secrets: Secrets = {
      ...SERVER_SECRETS,
      ...named('access token', issued.accessTokens.map(literally)),
    };
    const tracking = named('tracking address', issued.trackingTokens.map(literally));
    expect(issued.accessTokens.length).toBeGreaterThan(0);
    expect(issued.trackingTokens.length).toBeGreaterThan(0);

    await test.step('what was printed', () => {
      expect(stack.output()).toContain('"level":50');
      expectNone([{ what: 'output', text: stack.output() }], {
        ...secrets,
        ...oneTimeCodes,
        ...PERSONAL_FACTS,
        ...tracking,
      });
    });
    await test.step('what a copy of the database tells', () => {
      expect(stored.some(({ text }) => text.includes(MARKED_PERSON.surname))).toBe(true);
      expectNone(stored, { ...secrets, ...oneTimeCodes, ...tracking, ...SEALED_FACTS });
    });
    await test.step('what a build gives to browsers', () => {
      const names = named(
        'name of a server setting',
        Object.keys(SERVER_SECRETS).map((name) => new RegExp(`\\b${name}\\b`)),
      );
      const files = clientBundle(resolve('.next'));
      expect(files.length).toBeGreaterThan(10);
      // Codes are excluded: they are newer, and may match figures of the map.
      expectNone(files, { ...secrets, ...PERSONAL_FACTS, ...names, 'cipher of the server': /aes-256-gcm/ });
    });
    await test.step('what was answered, to anybody', () => {
      const answers = [person, operator, elsewhere, nosy].flatMap(({ witness }) => witness.answers);
      expect(answers.length).toBeGreaterThan(50);
      expectNone(answers, secrets);
      const madeInTheRun = answers.filter(({ what }) => !what.includes('/_next/static/'));
      expectNone(madeInTheRun, oneTimeCodes);
    });
    await test.step('what was answered to somebody else', () => {
      expectNone(nosy.witness.answers, { ...PERSONAL_FACTS, ...tracking });
    });
    await test.step('what was asked for', () => expectQuietRequests(person.witness, stack, tracking));
  } finally {
    await stack.interrupt();
    await request.dispose();
    rmSync(dataDir, { recursive: true });
  }
});

async function open(browser: Browser, stack: RunningStack): Promise<Seat> {
  const context = await browser.newContext({ baseURL: stack.url, geolocation: MARKED_PLACE });
  return { context, witness: listenTo(context, stack.url) };
}

async function registerAndPress({ context }: Seat, sandbox: SandboxControl) {
  const page = await context.newPage();
  const { name, surname, mobile } = MARKED_PERSON;
  await page.goto('/register');
  await page.getByLabel('Name', { exact: true }).fill(`${name} 😀`);
  await page.getByLabel('Surname').fill(`\u202e${surname}`);
  await page.getByLabel('Mobile number').fill(`${mobile}0000`);
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByText('Use letters only').first()).toBeVisible();

  await askForCode(page, MARKED_PERSON);
  const code = await sandbox.codeFor(mobile);
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  await confirm(page, wrong);
  await expect(page.getByRole('main').getByRole('alert')).toContainText('not right');
  await confirm(page, code);
  await page.waitForURL('/panic');
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  await expect(page.frameLocator('iframe').getByRole('heading')).toBeVisible();
  await page.getByLabel('Message', { exact: true }).fill(MARKED_WORDS.message);
  await page.getByRole('button', { name: 'Send message' }).click();
  await expect(page.getByRole('log')).toContainText(MARKED_WORDS.message);
  await fillProfile(page);
  await page.goto('/panic');
  return { codes: [code, wrong], calloutId: String((await sandbox.calloutOf(mobile)).id) };
}

async function fillProfile(page: Page): Promise<void> {
  await page.goto('/profile');
  await page.getByLabel('Address').fill(MARKED_WORDS.home);
  await page.getByLabel('Latitude').fill(MARKED_WORDS.homeLatitude);
  await page.getByLabel('Longitude').fill(MARKED_WORDS.homeLongitude);
  await page.getByRole('button', { name: 'Save address' }).click();
  await expect(page.getByText('Your address is saved.')).toBeVisible();
  await page.getByLabel('Contact’s name').fill(MARKED_WORDS.contactName);
  await page.getByLabel('Contact’s mobile').fill(MARKED_WORDS.contactMobile);
  await page.getByRole('button', { name: 'Save contacts' }).click();
  await expect(page.getByText('Your contacts are saved.')).toBeVisible();
}

async function watchAsOperator({ context }: Seat, calloutId: string): Promise<void> {
  const page = await context.newPage();
  await page.goto('/admin/sign-in');
  const signIn = async (password: string) => {
    await page.getByLabel('Email').fill(CANARY_SETTINGS.ADMIN_EMAIL);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };
  await signIn(`${CANARY_SETTINGS.ADMIN_PASSWORD}?`);
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Sign-in failed');
  await signIn(CANARY_SETTINGS.ADMIN_PASSWORD);
  await page.waitForURL('/admin/callouts');
  await page.goto(`/admin/callouts/${calloutId}`);
  await expect(page.getByText(MARKED_PERSON.surname).first()).toBeVisible();
  await page.getByLabel('Note', { exact: true }).fill(MARKED_WORDS.note);
  await page.getByRole('button', { name: 'Save note' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: MARKED_WORDS.note })).toBeVisible();
}

async function lookAround({ context, witness }: Seat, calloutId: string): Promise<void> {
  const pages = [
    '/',
    '/register',
    '/sign-in',
    '/panic',
    '/practice',
    '/profile',
    '/admin/sign-in',
    '/admin/callouts',
  ];
  const closed = [
    `/callouts/${calloutId}`,
    `/admin/callouts/${calloutId}`,
    `/api/callouts/${calloutId}`,
    '/api/admin/attention',
    '/api/admin/callouts',
    `/api/admin/callouts/${calloutId}`,
    '/api/admin/presses',
    `/api/panic/${randomUUID()}`,
    '/api/health/live',
    '/api/health/ready',
    '/api/nothing',
  ];
  for (const path of [...pages, ...closed]) await witness.add(path, await context.request.get(path));
}

const secretsFile = z.object({ databasePassword: z.string() });
const sandboxFile = z.object({
  tokens: z.record(z.string(), z.unknown()),
  callouts: z.record(z.string(), z.object({ trackingToken: z.string() })),
});

async function openDatabase(stack: RunningStack, dataDir: string): Promise<Client> {
  const [, port = ''] = await stack.says(/Database +\S+@127\.0\.0\.1:(\d+)/);
  const { databasePassword } = secretsFile.parse(readJson(join(dataDir, 'secrets.json')));
  const client = new Client({ connectionString: databaseUrl(Number(port), databasePassword, 'vigil') });
  await client.connect();
  return client;
}

/** Every row of every table, as text. */
async function dumpOf(database: Client): Promise<Heard[]> {
  const { rows: tables } = await database.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const dump: Heard[] = [];
  for (const { name } of tables) {
    const { rows } = await database.query<{ row: string }>(`select t::text as row from ${name} t`);
    dump.push({ what: name, text: rows.map(({ row }) => row).join('\n') });
  }
  return dump;
}

/** Tokens issued by the sandbox, from its data file. */
async function tokensOf(dataDir: string) {
  const { tokens, callouts } = sandboxFile.parse(readJson(join(dataDir, 'sandbox.json')));
  return {
    accessTokens: Object.keys(tokens),
    trackingTokens: Object.values(callouts).map(({ trackingToken }) => trackingToken),
  };
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function named(name: string, patterns: readonly RegExp[]): Secrets {
  return Object.fromEntries(patterns.map((pattern, at) => [`${name} ${at + 1}`, pattern]));
}

function expectNone(heard: readonly Heard[], secrets: Secrets): void {
  const leaks = heard.flatMap(({ what, text }) => leaksIn(text, secrets).map((leak) => `${what}: ${leak}`));
  // Soft, so that one run reports every leak.
  expect.soft(leaks).toEqual([]);
}

function expectQuietRequests(
  { requests }: Witness,
  { url, sandboxUrl }: RunningStack,
  tracking: Secrets,
): void {
  const hosted = requests.filter((each) => each.url.startsWith(`${sandboxUrl}/track?`));
  expect(hosted.length).toBeGreaterThan(0);
  // The hosted page requests its own files; only our requests matter.
  for (const { referer } of hosted) expect.soft(referer).toBeUndefined();
  const ours = requests.filter((each) => each.url.startsWith(url));
  const texts = ours.map((each) => ({
    what: new URL(each.url).pathname,
    text: `${each.url} ${each.referer}`,
  }));
  expectNone(texts, { ...PERSONAL_FACTS, ...tracking });
}
