import { expect, type Page } from '@playwright/test';
import { panicButton } from './gestures.ts';
import type { SandboxControl } from './sandbox-control.ts';

// What the journeys of a press in trouble have in common.

const ON_ITS_CALLOUT = /\/callouts\/\d+$/;

/** The next page, as soon as it begins to arrive: its scripts may be what is missing. */
export function callout(page: Page): Promise<void> {
  return page.waitForURL(ON_ITS_CALLOUT, { waitUntil: 'commit' });
}

/** Waits until the page of a callout tells that stage; what it says beside it, as of a frame that loads, is no matter. */
export function expectStage(page: Page, stage: string): Promise<void> {
  return expect(page.getByRole('main').getByRole('status').filter({ hasText: stage })).toBeVisible();
}

/** Presses the mouse on the button as soon as it is painted, whoever serves it, until the grace has begun. */
export async function holdEarly(page: Page): Promise<void> {
  await panicButton(page).hover();
  await page.mouse.down();
  await expect(page.getByRole('button', { name: 'Send now' })).toBeVisible();
  await page.mouse.up();
}

/** Holds back the scripts of the pages that are opened from now on; gives what lets them through. */
export function holdBackScripts(page: Page): Promise<() => void> {
  return holdBack(page, '**/_next/static/**/*.js*');
}

/** Keeps what a page asks for at `url` waiting, until the function that it gives is called. */
export async function holdBack(page: Page, url: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(url, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

/** Opens a page without waiting for what is held back. */
export async function openPanic(page: Page): Promise<void> {
  await page.goto('/panic', { waitUntil: 'commit' });
  await panicButton(page).waitFor();
}

/** Saves an address for presses without a position, by the form of the profile. */
export async function saveAddress(page: Page): Promise<void> {
  await page.goto('/profile');
  await page.getByLabel('Address').fill('12 Fredman Drive, gate 3');
  await page.getByLabel('Latitude').fill('-26.20000');
  await page.getByLabel('Longitude').fill('28.04000');
  await page.getByRole('button', { name: 'Save address' }).click();
  await expect(page.getByText('Your address is saved.')).toBeVisible();
}

/** The one place that help was sent to. */
export async function onlyCalloutOf(sandbox: SandboxControl, mobile: string) {
  const newest = await sandbox.calloutOf(mobile);
  expect(await sandbox.calloutsOf(mobile)).toHaveLength(1);
  return newest;
}

/** What must be in front of somebody whose press is not with AURA. */
export async function expectCallFirst(page: Page): Promise<void> {
  await expect(
    page
      .getByRole('main')
      .getByRole('alert')
      .filter({ hasText: /call now/i }),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'Call 112' })).toHaveAttribute('href', 'tel:112');
}
