import { needRow, press } from './support/board.ts';
import { expect, test } from './support/fixtures.ts';
import { expectAccessible, expectReadableAtDoubleSize } from './support/looks.ts';

// A stack with few presses, so that the wall has room for this test's.
test.use({ stackName: 'redirecting' });

test('a screen on the wall shows what waits, and no names unless it is asked for them', async ({
  operator,
  person,
}) => {
  const wall = await operator.context().newPage();
  await wall.setViewportSize({ width: 1920, height: 1080 });
  await wall.goto('/admin/wall');
  const calloutId = await press(person.page, 'real');
  const region = wall.getByRole('region', { name: 'Needs attention' });
  const row = region.getByRole('listitem').filter({ hasText: `Callout ${calloutId}` });
  await expect(row).toContainText('New');
  await expect(row).toContainText('Not acknowledged');
  await expect(wall).toHaveTitle(/^\(\d+\) Wall screen/);
  await expect(region.getByRole('status')).toContainText(/needs? attention/);
  const { name, surname } = person;
  await expect(region).not.toContainText(`${name} ${surname}`);
  await expectAccessible(wall, 'a wall screen');

  await wall.getByRole('link', { name: 'Show names and places' }).click();
  await expect(row).toContainText(`${name} ${surname}`);
  await operator.goto('/admin/callouts');
  const acknowledge = needRow(operator, calloutId).getByRole('button', { name: 'Acknowledge' });
  await expect(async () => {
    // A click before the page has its scripts does nothing.
    if (await acknowledge.isVisible()) await acknowledge.click({ timeout: 1_000 });
    // What is acknowledged comes after all that waits, and may be below the ten.
    await expect(row.filter({ hasText: 'Not acknowledged' })).toHaveCount(0, { timeout: 3_000 });
  }).toPass();
  await expectReadableAtDoubleSize(wall, 'a wall screen with names');
  await wall.close();
});

test('the map stands beside the queue where an operator wants it', async ({ operator, person }) => {
  const calloutId = await press(person.page, 'real');
  await operator.setViewportSize({ width: 1_920, height: 1_080 });
  await operator.goto('/admin/callouts');
  await operator.getByRole('button', { name: 'Map beside the queue' }).click();
  const map = operator.getByLabel('Map of the open callouts');
  await expect(map).toBeVisible();
  await expect(needRow(operator, calloutId)).toBeVisible();
  await expectAccessible(operator, 'the map beside the queue');
  await operator.reload();
  await expect(map).toBeVisible();
  await operator.getByRole('button', { name: 'Hide the map' }).click();
  await expect(map).toHaveCount(0);
});
