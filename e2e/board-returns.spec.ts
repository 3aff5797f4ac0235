import { type Browser, expect, type Page, test } from '@playwright/test';
import { Client } from 'pg';
import { patience } from '../lib/testing/patience.ts';
import { boardRow } from './support/board.ts';
import { sendPress } from './support/gestures.ts';
import { type OwnSite, openSite } from './support/own-site.ts';

// The server stops or crashes under the board, or the operator's computer sleeps: within five seconds the
// board shows its age, and within five seconds of recovery it is current.

test.describe.configure({ mode: 'default' });

const IN_TIME = { timeout: patience(5_000) };

let site: OwnSite;

test.beforeAll(async ({ playwright }) => {
  site = await openSite(playwright);
});
test.afterAll(() => site.close());

/** An operator's board with an open callout, and its next step at AURA. */
async function watch(browser: Browser) {
  const { page: person, mobile } = await site.person(browser);
  await sendPress(person);
  const { id } = await site.sandbox.calloutOf(mobile);
  // The device would trigger refreshes of its own.
  await person.context().close();
  const board = await site.operator(browser);
  const row = boardRow(board, id);
  await expect(row).toContainText('Raised');
  return { board, row, id, own: () => site.sandbox.step(id, 'own') };
}

async function saysHowOldItIs(board: Page): Promise<void> {
  await expect(board.getByRole('main').getByRole('alert').first()).toContainText(
    /What you see was true \d+ s ago/,
    IN_TIME,
  );
  await expect(board).toHaveTitle(/^\(\?\) Callouts/, IN_TIME);
}

test('a server that hangs', async ({ browser }) => {
  const { board, row, own } = await watch(browser);
  site.signalApp('SIGSTOP');
  await saysHowOldItIs(board);
  await own();
  site.signalApp('SIGCONT');
  await expect(row).toContainText('Owned', IN_TIME);
  await expect(board.getByRole('main').getByRole('alert')).toHaveCount(0, IN_TIME);
  await board.context().close();
});

test('a server that was killed', async ({ browser }) => {
  const { board, row, own } = await watch(browser);
  site.signalApp('SIGKILL');
  await own();
  const isBack = async () => expect((await fetch(`${site.url}/api/health/ready`)).ok).toBe(true);
  await expect(isBack).toPass();
  await expect(row).toContainText('Owned', IN_TIME);
  await expect(board.getByRole('main').getByRole('alert')).toHaveCount(0, IN_TIME);
  await board.context().close();
});

test('a database that cannot tell who asks: the page in place of the board rings, and comes back by itself', async ({
  browser,
}) => {
  const { board, row } = await watch(browser);
  const database = new Client({ connectionString: site.databaseUrl });
  await database.connect();
  await database.query('alter table session rename to session_away');
  await board.reload();
  await expect(board.getByRole('heading', { name: 'Something went wrong' })).toBeVisible();
  await expect(board.getByText('We do not know whether anything needs attention.')).toBeVisible();
  await expect(board).toHaveTitle(/^\(\?\) /);
  await database.query('alter table session_away rename to session');
  await database.end();
  await expect(row).toContainText('Raised');
  await board.context().close();
});

test('a computer that slept', async ({ browser }) => {
  const { board, row, id, own } = await watch(browser);
  const wakeUp = await putToSleep(browser);
  await own();
  const database = new Client({ connectionString: site.databaseUrl });
  await database.connect();
  const stage = async () => (await database.query('select stage from callout where id = $1', [id])).rows;
  await expect.poll(stage).toEqual([{ stage: 'owned' }]);
  await database.end();
  wakeUp();
  await expect(row).toContainText('Owned', IN_TIME);
  await board.context().close();
});

/** Freezes all pages of the browser; returns the resume function. */
async function putToSleep(browser: Browser): Promise<() => void> {
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const pages = processInfo.filter(({ type }) => type === 'renderer');
  const signal = (name: 'SIGSTOP' | 'SIGCONT') => {
    for (const { id } of pages) process.kill(id, name);
  };
  signal('SIGSTOP');
  return () => signal('SIGCONT');
}
