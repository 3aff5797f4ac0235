import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { patience } from '../lib/testing/patience.ts';
import { expectAccessible } from './support/looks.ts';
import { type OwnSite, openSite } from './support/own-site.ts';

// The product under another name, with another logo and other colours.

const LOGO = join(tmpdir(), `brand-${process.pid}.svg`);
const BRAND = {
  BRAND_NAME: 'Wag & Bystaan',
  BRAND_LOGO: LOGO,
  BRAND_COLOUR: '#5b2a86',
  BRAND_ACCENT: '#d9b8ff',
  SUPPORT_NUMBER: '010 555 0100',
};

let site: OwnSite;
test.beforeAll(async ({ playwright }) => {
  test.setTimeout(patience(300_000));
  writeFileSync(
    LOGO,
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>',
  );
  site = await openSite(playwright, undefined, BRAND);
});
test.afterAll(() => site.close());

test('name, logo and colours are the deployment’s, and the red of the button stays', async ({ browser }) => {
  const { page, mobile } = await site.person(browser);
  await page.goto('/panic');
  await expect(page).toHaveTitle('Panic · Wag & Bystaan');
  await expect(page.getByRole('link', { name: 'Wag & Bystaan' })).toBeVisible();
  const logo = page.locator('header img');
  await expect.poll(() => logo.evaluate((img) => Reflect.get(img, 'naturalWidth') > 0)).toBe(true);
  const colours = await page.evaluate(() => {
    const style = getComputedStyle(document.documentElement);
    return ['--accent', '--panic'].map((name) => style.getPropertyValue(name).trim());
  });
  expect(colours).toEqual(['#5b2a86', '#c4122f']);
  const manifest = await (await page.request.get('/manifest.webmanifest')).json();
  expect(manifest).toMatchObject({
    name: 'Wag & Bystaan',
    theme_color: '#5b2a86',
    icons: [{ src: '/brand/logo', type: 'image/svg+xml' }],
  });
  expect((await site.sandbox.textsTo(mobile)).every((text) => !text.includes('Vigil'))).toBe(true);
  for (const path of ['/help', '/privacy', '/terms', '/profile', '/offline']) {
    await page.goto(path);
    await expect(page.locator('body')).toContainText('Wag & Bystaan');
    await expect(page.locator('body')).not.toContainText('Vigil');
  }
  await page.goto('/help');
  await expect(page.getByRole('link', { name: 'Call support: 010 555 0100' })).toBeVisible();
  await expectAccessible(page, 'brand');
});
