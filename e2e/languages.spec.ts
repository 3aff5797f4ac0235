import type { Browser, BrowserContext, Page } from '@playwright/test';
import { patience } from '../lib/testing/patience.ts';
import { expect, type Person, test } from './support/fixtures.ts';
import { POSITION } from './support/gestures.ts';
import { expectAccessible, expectReadableAtDoubleSize } from './support/looks.ts';
import { callout, holdBackScripts } from './support/press-journeys.ts';

// The persons' pages in other languages than English. English is in all other journeys.

test.describe.configure({ timeout: patience(120_000) });

const ARABIC = { panic: 'استغاثة', cannotHold: 'لا أستطيع الضغط باستمرار: المس هنا', send: 'أرسل الآن' };

type Setting = { locale?: string; javaScriptEnabled?: boolean };

/** Another browser, which may ask for another language: with the person's session, or of nobody yet. */
async function elsewhere(browser: Browser, person: Person | null, baseURL: string, setting: Setting = {}) {
  const session = person ? { storageState: await person.page.context().storageState() } : {};
  const context = await browser.newContext({
    ...{ baseURL, geolocation: POSITION, permissions: ['geolocation'] },
    ...session,
    ...setting,
  });
  return { context, page: await context.newPage() };
}

const written = (page: Page) =>
  page.evaluate(() => [document.documentElement.lang, document.documentElement.dir || 'ltr']);

const speakPseudo = (context: BrowserContext, url: string) =>
  context.addCookies([{ name: 'vigil-language', value: 'en-XA', url }]);

test('a browser that asks for Arabic presses in Arabic, and the press is delivered', async ({
  browser,
  person,
  sandbox,
  stack,
}) => {
  const { context, page } = await elsewhere(browser, person, stack.url, { locale: 'ar' });
  await page.goto('/panic');
  expect(await written(page)).toEqual(['ar', 'rtl']);
  await expect(page).toHaveTitle(`${ARABIC.panic} · Vigil`);
  await expect(page.getByRole('button', { name: ARABIC.panic, exact: true })).toBeVisible();
  // Before hydration the inline script takes the click, and React goes on with it.
  await page.getByRole('button', { name: ARABIC.cannotHold }).click();
  await page.getByRole('button', { name: ARABIC.send }).click();
  await callout(page);
  // The page of the callout goes on in the same language.
  await expect.poll(() => written(page)).toEqual(['ar', 'rtl']);
  await expect(page.getByRole('main').getByRole('status')).toHaveText('أُرسل الإنذار.');
  await expectAccessible(page, 'the page of a callout in Arabic');
  await expectReadableAtDoubleSize(page, 'the page of a callout in Arabic');
  expect(await sandbox.calloutsOf(person.mobile)).toHaveLength(1);
  await context.close();
});

test('before React is there the button speaks the language of its page', async ({
  browser,
  person,
  stack,
}) => {
  const { context, page } = await elsewhere(browser, person, stack.url, { locale: 'af' });
  const release = await holdBackScripts(page);
  await page.goto('/panic', { waitUntil: 'commit' });
  const button = page.getByRole('button', { name: 'Paniek', exact: true });
  await button.hover();
  await page.mouse.down();
  await expect(page.locator('[data-press="note"]')).toHaveText('Hou aan druk…');
  await page.mouse.up();
  await expect(page.locator('[data-press="note"]')).toHaveText(/^Nie gestuur nie\./);
  release();
  await context.close();
});

test('the switch stays over a reload, and holds on every page that is translated', async ({
  person: { page },
}) => {
  await page.goto('/panic');
  // Shows itself as soon as it is there: `details` needs no script.
  await page.locator('details[data-language="en"] summary').click();
  await page.getByRole('button', { name: 'isiZulu' }).click();
  const inZulu = () => expect(page.getByRole('button', { name: 'Usizo', exact: true })).toBeVisible();
  await inZulu();
  expect(new URL(page.url()).pathname).toBe('/panic');
  await page.reload();
  await inZulu();
  expect(await written(page)).toEqual(['zu', 'ltr']);
  const menu = page.getByRole('navigation', { name: 'Imenyu enkulu' });
  await menu.getByRole('link', { name: 'Iphrofayela' }).click();
  await expect(page.getByRole('heading', { name: 'Iphrofayela', level: 1 })).toBeVisible();
  expect(await written(page)).toEqual(['zu', 'ltr']);
  await menu.getByRole('link', { name: 'Usizo', exact: true }).click();
  await inZulu();
  expect(await written(page)).toEqual(['zu', 'ltr']);
  await page.goto('/offline');
  await expect(page.getByRole('heading', { name: 'Biza usizo' })).toBeVisible();
});

test('without scripts the switch works as well', async ({ browser, person, stack }) => {
  const { context, page } = await elsewhere(browser, person, stack.url, { javaScriptEnabled: false });
  await page.goto('/panic');
  await page.locator('details[data-language="en"] summary').click();
  await page.getByRole('button', { name: 'Afrikaans' }).click();
  await expect(page.getByRole('button', { name: 'Paniek', exact: true })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/panic');
  await context.close();
});

test('signing in speaks the language of the browser, also of what is wrong', async ({
  browser,
  person,
  sandbox,
  stack,
}) => {
  const { context, page } = await elsewhere(browser, null, stack.url, { locale: 'ar' });
  await page.goto('/sign-in');
  expect(await written(page)).toEqual(['ar', 'rtl']);
  const mobile = page.getByLabel('رقم الهاتف المحمول');
  await mobile.fill('12');
  await page.getByRole('button', { name: 'أرسل الرمز' }).click();
  await expect(page.getByText('هذا ليس رقم هاتف محمول', { exact: false })).toBeVisible();
  await mobile.fill(person.mobile);
  await page.getByRole('button', { name: 'أرسل الرمز' }).click();
  await page.getByLabel('الرمز', { exact: true }).fill(await sandbox.codeFor(person.mobile, 2));
  await page.getByRole('button', { name: 'تأكيد' }).click();
  await expect(page.getByRole('button', { name: ARABIC.panic, exact: true })).toBeVisible();
  expect(await written(page)).toEqual(['ar', 'rtl']);
  await context.close();
});

test('a form of the profile says in Arabic what is wrong', async ({ browser, person, stack }) => {
  const { context, page } = await elsewhere(browser, person, stack.url, { locale: 'ar' });
  await page.goto('/profile');
  expect(await written(page)).toEqual(['ar', 'rtl']);
  await page.getByLabel('اسم الشخص').fill('سارة');
  await page.getByLabel('هاتف الشخص المحمول').fill('12');
  await page.getByRole('button', { name: 'احفظ الأشخاص' }).click();
  await expect(page.getByText('هذا ليس رقم هاتف محمول', { exact: false })).toBeVisible();
  // The days of a device are in the same language.
  await expect(page.getByRole('list', { name: 'الأجهزة' })).toContainText('سُجّل الدخول في');
  await context.close();
});

const OF_NOBODY = ['/', '/register', '/sign-in', '/help', '/privacy', '/terms', '/not-there'];
for (const path of [...OF_NOBODY, '/panic', '/practice', '/callouts', '/profile', '/offline']) {
  test(`${path} can be used in Arabic and in the pseudo-language`, async ({ browser, person, stack }) => {
    const who = OF_NOBODY.includes(path) ? null : person;
    const arabic = await elsewhere(browser, who, stack.url, { locale: 'ar' });
    const pseudo = await elsewhere(browser, who, stack.url);
    await speakPseudo(pseudo.context, stack.url);
    for (const [{ context, page }, name] of [
      [arabic, 'Arabic'],
      [pseudo, 'pseudo'],
    ] as const) {
      await page.goto(path);
      await expectAccessible(page, `${path} in ${name}`);
      await expectReadableAtDoubleSize(page, `${path} in ${name}`);
      await page.setViewportSize({ width: 320, height: 568 });
      await expect.poll(() => page.evaluate(isWiderThanScreen)).toBe(false);
      // The way to the button, beside names of pages that are longer than the screen. Without a connection there is no
      // navigation: the button is on the page.
      if (who && path !== '/offline')
        await expect(page.locator('header nav a[href="/panic"]')).toBeInViewport({ ratio: 1 });
      if (name === 'pseudo') await expect.poll(() => page.evaluate(plainText)).toEqual([]);
      await context.close();
    }
  });
}

/** In the page. */
function isWiderThanScreen(): boolean {
  return document.documentElement.scrollWidth > document.documentElement.clientWidth;
}

/** In the page: texts that have a plain English word, but for names and what AURA calls its kinds of help. */
function plainText(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  // Of the product, of a zone, of a browser and its system; a day; a mobile.
  const NAMES = /Vigil|UTC|Chrome|Linux|\d{1,2} [A-Z][a-z]+ \d{4}/g;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    const isNoText = node.parentElement?.closest(
      'script, style, noscript, label, option, bdi, [lang]:not(html), [data-language]',
    );
    if (!isNoText && /[A-Za-z]{3,}/.test(text.replace(NAMES, ''))) found.push(text);
  }
  return found;
}
