import { readFile } from 'node:fs/promises';
import { patience } from '../lib/testing/patience.ts';
import { expect, test } from './support/fixtures.ts';
import { sendPress } from './support/gestures.ts';
import { expectAccessible, expectReadableAtDoubleSize } from './support/looks.ts';
import { photograph } from './support/photograph.ts';
import { STEPS } from './support/sandbox-control.ts';

test.describe.configure({ timeout: patience(180_000) });

test('an operator reads how long a callout took, takes the figures along, and looks at a day without any', async ({
  operator,
  person,
  sandbox,
}) => {
  await sendPress(person.page);
  const { id } = await sandbox.calloutOf(person.mobile);
  for (const step of STEPS) await sandbox.step(id, step);
  await expect(person.page.getByRole('main').getByRole('status')).toContainText('This has ended');

  await operator.getByRole('link', { name: 'Reports' }).click();
  await operator.waitForURL('/admin/reports');
  await expect(operator.getByText('Nothing is extrapolated')).toBeVisible();
  const times = operator.getByRole('table', { name: 'Response times of the whole range' });
  await expect(times.getByRole('row').filter({ hasText: 'Closed' })).toContainText(/\d+ cases?/);
  await expect(operator.getByRole('img', { name: /^Time until arrived, by day/ })).toBeVisible();
  await expectAccessible(operator, 'report');
  await expectReadableAtDoubleSize(operator, 'report');
  await photograph(operator, 'report', 'desktop');

  await operator.getByText('Callouts raised, day by day').click();
  const raised = operator.getByRole('table', { name: 'Callouts raised' });
  await expect(raised.getByRole('row').filter({ hasText: 'so far' })).toBeVisible();
  await expectAccessible(operator, 'figures');
  const [file] = await Promise.all([
    operator.waitForEvent('download'),
    operator.getByRole('link', { name: 'Export as CSV' }).click(),
  ]);
  const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
  expect(lines[0]).toContain('"raised to arrived: p90 s"');
  expect(lines.filter((line) => line.includes('"All"'))).toHaveLength(30);

  await operator.goto('/admin/reports?from=2020-01-01&to=2020-01-07');
  await expect(operator.getByRole('heading', { name: 'Nothing was measured in these days' })).toBeVisible();
  await expectAccessible(operator, 'empty report');
  await operator.goto('/admin/reports?from=2020-01-01&to=2026-01-07');
  await expect(operator.getByLabel(/^To \(/)).toHaveAccessibleDescription('Choose at most 366 days');
  await expectAccessible(operator, 'refused report');
});
