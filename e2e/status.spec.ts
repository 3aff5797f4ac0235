import type { Page } from '@playwright/test';
import { patience } from '../lib/testing/patience.ts';
import { expect, test } from './support/fixtures.ts';
import { sendPress } from './support/gestures.ts';
import { expectAccessible, expectReadableAtDoubleSize } from './support/looks.ts';

// Operators' actions on a callout's page except messages and cancelling; and the map.

test.describe.configure({ timeout: patience(180_000) });

function cardWith(page: Page, title: string) {
  return page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
}

/** Software rendering is slow. */
const DRAWING = { timeout: patience(60_000) };

async function mapIsDrawn(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('region', { name })).toBeVisible(DRAWING);
  await expect(page.getByText('Opening the map')).toBeHidden(DRAWING);
}

test('an operator asks AURA, writes a note, opens the profile, looks at the map, and prints all of it', async ({
  operator,
  person,
  sandbox,
}) => {
  await sendPress(person.page);
  await person.page.waitForURL(/\/callouts\/\d+$/);
  const { id } = await sandbox.calloutOf(person.mobile);
  await operator.goto(`/admin/callouts/${id}`);
  const stages = operator.getByRole('list', { name: 'Stages and how long they took' });
  await expect(stages.getByRole('listitem').last()).toContainText('Raised for');
  const timeline = operator.getByRole('list', { name: 'Timeline' });
  // Whether it is logged depends on the last read: see lib/console/callout-page/status.test.ts.
  await operator.getByRole('button', { name: 'Ask AURA now' }).click();
  await expect(operator.getByText(/(Nothing new\.|Something new came).* AURA answered/)).toBeVisible();

  const notes = cardWith(operator, 'Notes');
  await notes.getByLabel('Note', { exact: true }).fill('Called her: no answer');
  await notes.getByRole('button', { name: 'Save note' }).click();
  await expect(notes.getByRole('listitem')).toHaveText(/Called her: no answer/);
  await expect(notes.getByLabel('Note', { exact: true })).toHaveValue('');
  await expect(timeline).toContainText('Note written');
  for (const path of [`/api/callouts/${id}`, `/api/callouts/${id}/messages`, `/callouts/${id}`]) {
    expect(await (await person.page.request.get(path)).text()).not.toContain('Called her');
  }

  const profile = cardWith(operator, 'Medical and contact profile');
  await operator.emulateMedia({ media: 'print' });
  await expect(profile).toBeHidden();
  await operator.emulateMedia({ media: null });
  await profile.getByRole('button', { name: 'Open the profile' }).click();
  await expect(profile).toContainText('AURA has no medical or contact profile');

  await operator.getByRole('button', { name: 'Show the map' }).click();
  await mapIsDrawn(operator, `Map of callout ${id}`);
  await expect(operator.getByRole('img', { name: 'Position of the press' })).toBeVisible();
  await operator.getByRole('checkbox', { name: /SECURITY/ }).check();
  await expectAccessible(operator, 'callout with its map');
  await expectReadableAtDoubleSize(operator, 'callout with its map');

  await operator.emulateMedia({ media: 'print' });
  await expect(operator.getByRole('button')).toHaveCount(0);
  for (const title of ['Timeline', 'Notes', 'Messages', 'Medical and contact profile', 'Incident detail']) {
    await expect(operator.getByRole('heading', { name: title })).toBeVisible();
  }
  await expect(operator.getByRole('table', { name: 'Positions, newest first' })).toBeVisible();
  await operator.emulateMedia({ media: null });

  await operator.goto('/admin/audit?action=customer.read_private');
  await expect(operator.getByRole('row').filter({ hasText: `callout ${id}` })).toHaveCount(1);
  await operator.goto(`/admin/audit?subject=${id}`);
  for (const words of ['Callout with its positions opened', 'Conversation opened', 'Tracking link opened']) {
    await expect(operator.getByRole('row').filter({ hasText: words }).first()).toBeVisible();
  }
});

test('the map of all open callouts draws by what comes from us, and a mark opens its callout', async ({
  operator,
  person,
  sandbox,
  stack,
}) => {
  const press = {
    pressId: crypto.randomUUID(),
    pressedAt: new Date().toISOString(),
    // Far from others, so that its mark is not clustered.
    location: {
      latitude: 51.5,
      longitude: -0.12,
      accuracy: 12,
      fixedAt: new Date().toISOString(),
      source: 'live',
    },
  };
  const posted = await person.page.request.post('/api/panic', { data: press });
  expect(posted.status()).toBe(201);
  const { id } = await sandbox.calloutOf(person.mobile);
  const elsewhere: string[] = [];
  operator.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(stack.url).origin) elsewhere.push(request.url());
  });
  await operator.getByRole('link', { name: 'Map', exact: true }).click();
  await operator.waitForURL('/admin/map');
  await mapIsDrawn(operator, 'Map of the open callouts');
  const row = operator.getByRole('row').filter({ hasText: `${id}` });
  await expect(row).toContainText('51.50000, -0.12000');
  await expect(row).toContainText('Outside');
  const mark = operator.getByRole('link', { name: new RegExp(`^Callout ${id}, `) });
  await expect(mark).toBeVisible();
  await expectAccessible(operator, 'map of open callouts');
  await expectReadableAtDoubleSize(operator, 'map of open callouts');
  expect(elsewhere).toEqual([]);
  await mark.focus();
  await operator.keyboard.press('Enter');
  await operator.waitForURL(`/admin/callouts/${id}`);
  await expect(operator.getByText('outside AURA’s coverage')).toBeVisible();
});
