import { expect, type Locator, type Page } from '@playwright/test';

// What hands do. A hold ends when the page says that it was long enough, so no test counts seconds.

export const POSITION = { latitude: -26.1, longitude: 28.05, accuracy: 12 };

export function panicButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Panic', exact: true });
}

/** Holds the button with the mouse until the grace has begun, then lets go. */
export async function holdPanic(page: Page): Promise<void> {
  await isReady(page);
  await panicButton(page).hover();
  await page.mouse.down();
  await graceHasBegun(page);
  await page.mouse.up();
}

/** Holds the button with a key until the grace has begun, then lets go. */
export async function holdPanicByKey(page: Page, key: 'Space' | 'Enter'): Promise<void> {
  await isReady(page);
  await tabTo(page, panicButton(page));
  await page.keyboard.down(key);
  await graceHasBegun(page);
  await page.keyboard.up(key);
}

type Touch = { x: number; y: number; id: number; radiusX: number; radiusY: number; force: number };

/**
 * Fingers on the glass of this page. Chromium keeps those that lie there: each call names only the ones that it puts
 * down or lifts.
 */
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

/** Holds the button with a finger until the grace has begun, then lifts it. */
export async function holdPanicByTouch(page: Page): Promise<void> {
  await isReady(page);
  const { onButton, put, lift } = await handOnGlass(page);
  const finger = onButton(0);
  await put(finger);
  await graceHasBegun(page);
  await lift(finger);
}

/** Presses in the way that needs no hold, which has a longer grace. */
export async function startPress(page: Page): Promise<void> {
  await isReady(page);
  await page.getByRole('button', { name: 'Start without holding' }).click();
}

/** Presses in the way that needs no hold, and sends without waiting for its grace to end. */
export async function sendPress(page: Page): Promise<void> {
  await startPress(page);
  await page.getByRole('button', { name: 'Send now' }).click();
}

/** Stops the page's clock, so that a hold and a grace last exactly as long as a test lets them: `page.clock.runFor`. */
export async function stopClock(page: Page): Promise<void> {
  await isReady(page);
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
}

/** Presses Tab until the focus is where it should be, as somebody without a mouse does. */
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

/** Waits until the script has taken the button over, with a receiver that has a fix to give. */
async function isReady(page: Page): Promise<void> {
  const isTakenOver = () =>
    panicButton(page).evaluate((node) => Object.keys(node).some((key) => key.startsWith('__reactProps')));
  await expect.poll(isTakenOver).toBe(true);
  // A real receiver goes on measuring; the browser's imitation repeats what it was given, which grows old.
  await page.context().setGeolocation(POSITION);
}
