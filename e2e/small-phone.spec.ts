import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { panicButton, sendPress } from './support/gestures.ts';
import { expectStage } from './support/press-journeys.ts';

// What must be seen on a small phone without scrolling.

const SIZES = [
  { width: 360, height: 640 },
  { width: 320, height: 568 },
] as const;

/** Whole, and not below the edge. */
async function expectAtOnce(page: Page, ...parts: readonly Locator[]): Promise<void> {
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  for (const part of parts) await expect(part).toBeInViewport({ ratio: 1 });
}

test('the first screen of a small phone has the button and a number, then what happens and whom to call', async ({
  person: { page, mobile },
  sandbox,
}) => {
  const call = page.getByRole('link', { name: 'Call 112' });
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await expectAtOnce(page, panicButton(page), page.locator('[data-press="click"]'), call);
    const { width } = (await panicButton(page).boundingBox()) ?? { width: 0 };
    expect(width).toBeGreaterThanOrEqual(220);
    expect(await page.getByRole('button', { name: 'Sign out' }).count()).toBe(0);
  }
  await page.setViewportSize(SIZES[0]);
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  const message = page.getByRole('link', { name: 'Message', exact: true });
  const safe = page.getByText('I am safe', { exact: true });
  const map = page.locator('iframe[title="Live tracking"]');
  await expectStage(page, 'Alarm sent.');
  await expectAtOnce(page, page.getByRole('main').getByRole('status'), call, message, safe, map);

  await page.getByText('Details', { exact: true }).click();
  await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible();
  const { id } = await sandbox.calloutOf(mobile);
  await sandbox.step(id, 'own');
  await expectStage(page, 'The control room is helping.');
  await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible();

  await message.click();
  await expect(page.getByLabel('Message', { exact: true })).toBeFocused();
  await page.goto('/panic');
  const open = page.getByRole('link', { name: /See where help is/ });
  await expect(open).toHaveAttribute('href', `/callouts/${id}`);
  await expectAtOnce(page, open, panicButton(page), call);
});
