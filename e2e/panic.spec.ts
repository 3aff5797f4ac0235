import { devices, type Locator, type Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import {
  handOnGlass,
  holdPanic,
  holdPanicByKey,
  holdPanicByTouch,
  POSITION,
  panicButton,
  sendPress,
  setButton,
  stopClock,
} from './support/gestures.ts';
import { STEPS } from './support/sandbox-control.ts';

const ON_ITS_CALLOUT = /\/callouts\/\d+$/;

test.describe('nothing is sent', () => {
  const TAKEN_BACK = [
    { how: 'the button is let go early', takeBack: (page: Page) => page.mouse.up() },
    { how: 'the pointer slides off', takeBack: (page: Page) => page.mouse.move(2, 2) },
    { how: 'Escape is pressed', takeBack: (page: Page) => page.keyboard.press('Escape') },
  ];

  for (const { how, takeBack } of TAKEN_BACK) {
    test(`when ${how}`, async ({ person, sandbox }) => {
      const { page, mobile } = person;
      const sent = sendingsOf(page);
      await stopClock(page);
      await panicButton(page).hover();
      await page.mouse.down();
      await page.clock.runFor(1_400);
      await expect(stateOf(page)).toHaveText('Keep holding…');
      await takeBack(page);
      await expect(stateOf(page)).toContainText('Not sent');
      await page.mouse.up();

      await page.clock.runFor(60_000);
      await expect(panicButton(page)).toBeVisible();
      expect(sent).toEqual([]);
      expect(await sandbox.calloutsOf(mobile)).toEqual([]);
    });
  }

  const CANCELLED = [
    { how: '"Cancel"', cancel: (page: Page) => page.getByRole('button', { name: 'Cancel' }).click() },
    { how: 'Escape', cancel: (page: Page) => page.keyboard.press('Escape') },
  ];

  for (const { how, cancel } of CANCELLED) {
    test(`when the grace is cancelled with ${how}`, async ({ person, sandbox }) => {
      const { page, mobile } = person;
      // The page's clock is stopped, the server's is not: its grace has to outlast what follows.
      await setButton(page, { 'Time to cancel': '30' });
      await page.goto('/panic');
      await stopClock(page);
      await panicButton(page).focus();
      await page.keyboard.down('Space');
      await page.clock.runFor(1_600);
      await page.keyboard.up('Space');
      await page.clock.runFor(2_500);
      await cancel(page);
      await expect(stateOf(page)).toHaveText('Cancelled. Nothing was sent.');
      await expect(panicButton(page)).toBeFocused();

      // It had been sent to be held by the server, and was withdrawn there: from now on nothing more is sent.
      const sent = sendingsOf(page);
      await page.clock.runFor(60_000);
      await expect(panicButton(page)).toBeVisible();
      expect(sent).toEqual([]);
      expect(await sandbox.calloutsOf(mobile)).toEqual([]);
    });
  }
});

test.describe('nothing is sent by touch', () => {
  const { defaultBrowserType: _, ...pixel } = devices['Pixel 7'];
  test.use(pixel);

  test('when the finger that held is lifted early and another stays on the button', async ({
    person,
    sandbox,
  }) => {
    const { page, mobile } = person;
    const sent = sendingsOf(page);
    await stopClock(page);
    const { onButton, put, lift } = await handOnGlass(page);
    const [finger, other] = [onButton(1), onButton(2)];
    await put(finger);
    await put(other);
    await page.clock.runFor(1_300);
    await expect(stateOf(page)).toHaveText('Keep holding…');
    await lift(finger);
    await expect(stateOf(page)).toContainText('Not sent');
    await page.clock.runFor(60_000);
    expect(sent).toEqual([]);
    await lift(other);
    expect(await sandbox.calloutsOf(mobile)).toEqual([]);
  });
});

test.describe('a press is sent', () => {
  test('by itself when the grace ends, with the position', async ({ person, sandbox }) => {
    await holdPanic(person.page);
    await person.page.waitForURL(ON_ITS_CALLOUT);
    const { trail } = await sandbox.calloutOf(person.mobile);
    // The open page sends its next fix soon.
    expect(trail[0]).toEqual(expect.objectContaining(POSITION));
  });

  test('at once with "Send now"', async ({ person }) => {
    const { page } = person;
    await stopClock(page);
    await panicButton(page).hover();
    await page.mouse.down();
    await page.clock.runFor(1_600);
    await page.mouse.up();
    await page.getByRole('button', { name: 'Send now' }).click();
    await page.clock.resume();
    await page.waitForURL(ON_ITS_CALLOUT);
  });

  for (const key of ['Space', 'Enter'] as const) {
    test(`with the ${key} key`, async ({ person }) => {
      await holdPanicByKey(person.page, key);
      await person.page.waitForURL(ON_ITS_CALLOUT);
    });
  }

  test('without holding, for those who cannot hold', async ({ person }) => {
    await sendPress(person.page);
    await person.page.waitForURL(ON_ITS_CALLOUT);
  });

  test.describe('on a phone', () => {
    const { defaultBrowserType: _, ...pixel } = devices['Pixel 7'];
    test.use(pixel);

    test('with a finger', async ({ person }) => {
      await holdPanicByTouch(person.page);
      await person.page.waitForURL(ON_ITS_CALLOUT);
    });

    test('with a finger, while a palm lies on the glass and a third finger comes and goes', async ({
      person,
    }) => {
      const { page } = person;
      await stopClock(page);
      const { onButton, beside, put, lift } = await handOnGlass(page);
      const [palm, finger, third] = [beside(1), onButton(2), onButton(3)];
      await put(palm);
      await put(finger);
      await expect(stateOf(page)).toHaveText('Keep holding…');
      await page.clock.runFor(700);
      await put(third);
      await lift(third);
      await lift(palm);
      await page.clock.runFor(700);
      await expect(stateOf(page)).toHaveText('Keep holding…');
      await page.clock.runFor(200);
      await expect(page.getByRole('button', { name: 'Send now' })).toBeVisible();
      await lift(finger);
      await page.clock.resume();
      await page.waitForURL(ON_ITS_CALLOUT);
    });
  });
});

test('a second press while the callout is open leads to the same callout', async ({ person, sandbox }) => {
  const { page, mobile } = person;
  await sendPress(page);
  await page.waitForURL(ON_ITS_CALLOUT);
  const first = page.url();
  await page.goto('/panic');
  await sendPress(page);
  await page.waitForURL(first);
  expect(await sandbox.calloutsOf(mobile)).toHaveLength(1);
});

test('a press after the close makes a new callout', async ({ person, sandbox }) => {
  const { page, mobile } = person;
  await sendPress(page);
  await page.waitForURL(ON_ITS_CALLOUT);
  const { id } = await sandbox.calloutOf(mobile);
  for (const step of STEPS) await sandbox.step(id, step);

  await page.goto('/panic');
  await sendPress(page);
  await page.waitForURL(ON_ITS_CALLOUT);
  const second = await sandbox.calloutOf(mobile);
  expect(second.id).not.toBe(id);
  await expect(page).toHaveURL(`/callouts/${second.id}`);
});

test.describe('where the browser may not read the position', () => {
  test.use({ permissions: [] });

  test('the person is asked to call, and operators see the press', async ({ operator, person, sandbox }) => {
    const { page, mobile } = person;
    await sendPress(page);
    await expect(stateOf(page)).toContainText('Not sent yet');
    await expect(page.getByRole('main').getByRole('alert').filter({ hasText: 'Call now' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Call 112' })).toHaveAttribute('href', 'tel:112');
    await expect(page.getByText('Location is off')).toBeVisible();

    const row = operator.getByRole('row').filter({ hasText: mobile });
    await expect(row).toContainText('Not sent');
    await expect(row).toContainText('No location');
    expect(await sandbox.calloutsOf(mobile)).toEqual([]);
  });
});

function stateOf(page: Page): Locator {
  return page.getByRole('main').getByRole('status');
}

/** Records how the page sends its press. */
function sendingsOf(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    // Codes for texts and the coverage are fetched whenever the page is online; they carry no press.
    const isPress = request.method() === 'POST' && !/\/api\/panic\/(codes|covered)$/.test(request.url());
    if (isPress) sent.push(request.url());
  });
  return sent;
}
