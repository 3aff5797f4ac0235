import { expect, type Locator, type Page } from '@playwright/test';
import { patience } from '../../lib/testing/patience.ts';

// User input. A hold ends when the page reports it, so tests do not count seconds.

export const POSITION = { latitude: -26.1, longitude: 28.05, accuracy: 12 };

export function panicButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Panic', exact: true });
}

/** Holds by mouse until the grace begins. */
export async function holdPanic(page: Page): Promise<void> {
  await isReady(page);
  await panicButton(page).hover();
  await page.mouse.down();
  await graceHasBegun(page);
  await page.mouse.up();
}

/** Holds by key until the grace begins. */
export async function holdPanicByKey(page: Page, key: 'Space' | 'Enter'): Promise<void> {
  await isReady(page);
  await tabTo(page, panicButton(page));
  await page.keyboard.down(key);
  await graceHasBegun(page);
  await page.keyboard.up(key);
}

type Touch = { x: number; y: number; id: number; radiusX: number; radiusY: number; force: number };

/** Touch input. Chromium keeps the touch points: each call names only those that it adds or lifts. */
export async function handOnGlass(page: Page) {
  const box = await panicButton(page).boundingBox();
  if (!box) throw new Error('the panic button is not on the page');
  const browser = await page.context().newCDPSession(page);
  const touch = (id: number, x: number, y: number): Touch => ({
    ...{ id, x, y },
    ...{ radiusX: 10, radiusY: 10, force: 0.5 },
  });
  return {
    onButton: (id: number) => touch(id, box.x + box.width / 2 + id * 4, box.y + box.height / 2),
    beside: (id: number) => touch(id, 8, box.y + box.height / 2),
    put: (...touchPoints: Touch[]) =>
      browser.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints }),
    lift: (...touchPoints: [Touch, ...Touch[]]) =>
      browser.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints }),
  };
}

/** Holds by touch until the grace begins. */
export async function holdPanicByTouch(page: Page): Promise<void> {
  await isReady(page);
  const { onButton, put, lift } = await handOnGlass(page);
  const finger = onButton(0);
  await put(finger);
  await graceHasBegun(page);
  await lift(finger);
}

/** The press without a hold, which has a longer grace. */
export async function startPress(page: Page): Promise<void> {
  await isReady(page);
  await page.getByRole('button', { name: 'I can’t hold: tap here' }).click();
}

/** The press without a hold, sent at once. */
export async function sendPress(page: Page): Promise<void> {
  await startPress(page);
  await sendNow(page);
}

/** Ends the grace. On a slow machine it may be over before the click: then the press went by itself. */
export async function sendNow(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Send now' });
  try {
    await button.click({ timeout: patience(4_000) });
  } catch (error) {
    if (await button.isVisible()) throw error;
  }
}

/** Fake timers: advance by `page.clock.runFor`. */
export async function stopClock(page: Page): Promise<void> {
  await isReady(page);
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
}

type Choice = 'How you press' | 'Hold for' | 'Time to cancel' | 'After you press';

/** On the person's profile. */
export async function setButton(page: Page, choices: Partial<Record<Choice, string>>): Promise<void> {
  await page.goto('/profile');
  for (const [label, option] of Object.entries(choices)) await page.getByLabel(label).selectOption(option);
  await page.getByRole('button', { name: 'Save how you press' }).click();
  await expect(page.getByText('Your button is set.')).toBeVisible();
}

/** Presses Tab until the target has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let stop = 0; stop < 40; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${target}`);
}

function graceHasBegun(page: Page): Promise<void> {
  return expect(page.getByRole('button', { name: 'Send now' })).toBeVisible();
}

/** Waits for hydration and a fix. */
async function isReady(page: Page): Promise<void> {
  const isTakenOver = () =>
    panicButton(page).evaluate((node) => Object.keys(node).some((key) => key.startsWith('__reactProps')));
  await expect.poll(isTakenOver).toBe(true);
  // A real receiver keeps measuring; Chromium repeats the same fix, which ages.
  await page.context().setGeolocation(POSITION);
}
