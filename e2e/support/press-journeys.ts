import { expect, type Page } from '@playwright/test';
import { panicButton } from './gestures.ts';
import type { SandboxControl } from './sandbox-control.ts';

// Shared by journeys of a press under failures.

const ON_ITS_CALLOUT = /\/callouts\/\d+$/;

/** Resolves at the next navigation's commit: its scripts may be missing. */
export function callout(page: Page): Promise<void> {
  return page.waitForURL(ON_ITS_CALLOUT, { waitUntil: 'commit' });
}

/** Waits for the sentence of a stage; ignores other text, such as a loading frame's. */
export function expectStage(page: Page, sentence: string): Promise<void> {
  return expect(page.getByRole('main').getByRole('status').filter({ hasText: sentence })).toBeVisible();
}

/** Presses as soon as the button is painted, before hydration, until the grace begins. */
export async function holdEarly(page: Page): Promise<void> {
  await panicButton(page).hover();
  await page.mouse.down();
  await expect(page.getByRole('button', { name: 'Send now' })).toBeVisible();
  await page.mouse.up();
}

/** Delays scripts of new pages; returns the release function. */
export function holdBackScripts(page: Page): Promise<() => void> {
  return holdBack(page, '**/_next/static/**/*.js*');
}

/** Delays requests to `url` until released. */
export async function holdBack(page: Page, url: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(url, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

/** Opens the page without waiting for delayed scripts. */
export async function openPanic(page: Page): Promise<void> {
  await page.goto('/panic', { waitUntil: 'commit' });
  await panicButton(page).waitFor();
}

/** Saves a fallback address by the profile form. */
export async function saveAddress(page: Page): Promise<void> {
  await page.goto('/profile');
  await page.getByLabel('Address').fill('12 Fredman Drive, gate 3');
  await page.getByLabel('Latitude').fill('-26.20000');
  await page.getByLabel('Longitude').fill('28.04000');
  await page.getByRole('button', { name: 'Save address' }).click();
  await expect(page.getByText('Your address is saved.')).toBeVisible();
}

/** The only position that AURA received. */
export async function onlyCalloutOf(sandbox: SandboxControl, mobile: string) {
  const newest = await sandbox.calloutOf(mobile);
  expect(await sandbox.calloutsOf(mobile)).toHaveLength(1);
  return newest;
}

/** The emergency numbers must come first when the press is not with AURA. */
export async function expectCallFirst(page: Page): Promise<void> {
  await expect(
    page
      .getByRole('main')
      .getByRole('alert')
      .filter({ hasText: /call now/i }),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'Call 112' })).toHaveAttribute('href', 'tel:112');
}
