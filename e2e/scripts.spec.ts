import type { Browser, BrowserContext } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';

// What a page sends of scripts, compressed: data is paid for by the day, and a cheap phone is slow to read it.

const KILOBYTE = 1_024;
/** A page of this Next with nothing on it sends about 130. */
const PUBLIC_KILOBYTES = 155;
const PANIC_KILOBYTES = 175;

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** In a browser that has nothing kept. */
async function kilobytesOf(browser: Browser, address: string, cookies: Cookies = []) {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  const sizes = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .map(({ encodedBodySize }) => encodedBodySize),
  );
  expect(new URL(page.url()).pathname).toBe(new URL(address).pathname);
  await context.close();
  expect(sizes.length).toBeGreaterThan(3);
  return sizes.reduce((sum, size) => sum + size, 0) / KILOBYTE;
}

test('pages send no more scripts than their budgets', async ({ browser, stack, person: { page } }) => {
  for (const path of ['/', '/register', '/sign-in', '/help']) {
    expect(await kilobytesOf(browser, `${stack.url}${path}`), path).toBeLessThanOrEqual(PUBLIC_KILOBYTES);
  }
  const signedIn = await page.context().cookies();
  expect(await kilobytesOf(browser, `${stack.url}/panic`, signedIn)).toBeLessThanOrEqual(PANIC_KILOBYTES);
});
