import { type Browser, chromium, type Page } from '@playwright/test';
import { ensureChromium } from '../chromium.ts';
import type { Bench, Raised } from './bench.ts';

// Measures rendered pages, not responses.

export type Screens = {
  /** The person's page, the operators' page, and the board. */
  readonly person: Page;
  readonly status: Page;
  readonly board: Page;
  readonly close: () => Promise<void>;
};

const ROOT = new URL('../..', import.meta.url).pathname;

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: ensureChromium(ROOT),
    args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
}

/** Opens the three pages, each with its own event stream. */
export async function openScreens(browser: Browser, bench: Bench, raised: Raised): Promise<Screens> {
  const person = await browser.newContext({ baseURL: bench.stack.url });
  await person.addCookies([cookieFor(bench, `vigil.press=${raised.token}`)]);
  const operator = await browser.newContext({ baseURL: bench.stack.url });
  await operator.addCookies(bench.cookie.split('; ').map((cookie) => cookieFor(bench, cookie)));
  const pages = [await person.newPage(), await operator.newPage(), await operator.newPage()] as const;
  const paths = [`/callouts/${raised.calloutId}`, `/admin/callouts/${raised.calloutId}`, '/admin/callouts'];
  await Promise.all(pages.map((page, index) => page.goto(paths[index] ?? '/')));
  return {
    person: pages[0],
    status: pages[1],
    board: pages[2],
    close: async () => {
      await person.close();
      await operator.close();
    },
  };
}

function cookieFor({ stack }: Bench, cookie: string) {
  const [name = '', ...value] = cookie.split('=');
  return { name, value: value.join('='), url: stack.url };
}

/** Seconds until each screen shows the stage. */
export async function secondsUntilShown(
  { person, status, board }: Screens,
  calloutId: number,
  stage: string,
  withinS: number,
): Promise<{ person: number; status: number; board: number }> {
  const word = `${stage.charAt(0).toUpperCase()}${stage.slice(1)}`;
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1_000;
  const says = async (page: Page) => {
    const line = page.getByRole('main').getByRole('status').filter({ hasText: word });
    await line.first().waitFor({ timeout: withinS * 1_000 });
    return seconds();
  };
  const lists = async () => {
    const row = board.getByRole('row').filter({ hasText: String(calloutId) });
    // A closed callout leaves the list of open ones.
    const isGone =
      stage === 'closed' ? row.first().waitFor({ state: 'hidden', timeout: withinS * 1_000 }) : null;
    const shown = row
      .filter({ hasText: word })
      .first()
      .waitFor({ timeout: withinS * 1_000 });
    await (isGone ? Promise.any([isGone, shown]) : shown);
    return seconds();
  };
  const [own, theirs, listed] = await Promise.all([says(person), says(status), lists()]);
  return { person: own, status: theirs, board: listed };
}
