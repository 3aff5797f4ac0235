import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, test } from './support/fixtures.ts';
import { expectAccessible, expectReadableAtDoubleSize } from './support/looks.ts';

test.describe.configure({ timeout: 180_000 });

test('an operator finds a customer, renews, and cancels with a reason', async ({ operator, person }) => {
  await operator.getByRole('link', { name: 'Customers' }).click();
  await operator.waitForURL('/admin/customers');
  await operator.getByLabel('Search').fill(person.mobile.replace('+27', '0'));
  await operator.getByRole('button', { name: 'Search' }).click();
  const found = operator.getByRole('row').filter({ hasText: person.mobile });
  await expect(found).toContainText('Active');
  await expectAccessible(operator, 'found');
  await expectReadableAtDoubleSize(operator, 'found');
  await found.getByRole('link').click();
  await operator.waitForURL(/\/admin\/customers\/\d+$/);
  await expect(operator.getByText('It has the same as Vigil.')).toBeVisible();
  await expectAccessible(operator, 'profile');
  await expectReadableAtDoubleSize(operator, 'profile');

  const suggested = await operator.getByLabel('Renew to').inputValue();
  await operator.getByRole('button', { name: 'Renew' }).click();
  await expect(operator.getByText(`Renewed to ${suggested}.`)).toBeVisible();

  await operator.getByRole('button', { name: 'Open the profile' }).click();
  await expect(operator.getByText('AURA has no medical or contact profile of this person.')).toBeVisible();

  await operator.getByRole('button', { name: 'Cancel subscription' }).click();
  await expect(operator.getByLabel('Reason')).toHaveAccessibleDescription(/Type a reason/);
  await expectAccessible(operator, 'refused');
  await operator.getByLabel('Reason').fill('Moved to another town');
  await operator.getByRole('button', { name: 'Cancel subscription' }).click();
  await expect(operator.getByRole('heading', { name: 'Start a new subscription' })).toBeVisible();
  await expect(operator.getByText('Cancelled', { exact: true }).first()).toBeVisible();
  await expectAccessible(operator, 'cancelled');
});

test('a search that finds nobody says so', async ({ operator }) => {
  await operator.goto('/admin/customers?search=nobody+of+this+name');
  await expect(operator.getByRole('heading', { name: 'Nobody found' })).toBeVisible();
  await expectAccessible(operator, 'nobody');
});

test('a file of customers is checked, imported, and its bad rows come back in an error file', async ({
  operator,
}) => {
  const rows = Array.from(
    { length: 40 },
    (_, at) => `Lindiwe,Import${'abcdefghij'[at % 10]},+27761${String(at).padStart(6, '0')}`,
  );
  rows.splice(5, 0, '=cmd|calc,Formula,+27761999999');
  rows.splice(9, 0, 'Lindiwe,NoMobile,12');
  await operator.goto('/admin/customers/import');
  await expectAccessible(operator, 'import');
  await operator.getByLabel('CSV file').setInputFiles({
    name: 'wrong.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('name,mobile\nA,0821234567\n'),
  });
  await operator.getByRole('button', { name: 'Check the file' }).click();
  await expect(operator.getByRole('main').getByRole('alert')).toContainText('there is no column surname');
  await expectAccessible(operator, 'refused file');

  await operator.getByLabel('CSV file').setInputFiles({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`name,surname,mobile\n${rows.join('\n')}\n`),
  });
  await operator.getByRole('button', { name: 'Check the file' }).click();
  await operator.waitForURL(/\/admin\/customers\/import\/[0-9a-f-]+$/);
  const state = operator.getByRole('main').getByRole('status').first();
  await expect(state).toContainText('40 rows can be imported, 2 rows cannot.');
  await expectAccessible(operator, 'checked');
  await expectReadableAtDoubleSize(operator, 'checked');
  await operator.getByRole('button', { name: 'Import 40 rows' }).click();
  await expect(state).toContainText('40 rows imported, 2 rows not.', { timeout: 60_000 });
  await expectAccessible(operator, 'imported');

  const download = operator.waitForEvent('download');
  await operator.getByRole('link', { name: 'Download the error file' }).click();
  const file = readFileSync(await (await download).path(), 'utf8');
  const reported: string[][] = parse(file, { bom: true });
  expect(reported.map((cells) => cells.slice(0, 3))).toEqual([
    ['row', 'column', 'value'],
    ['7', 'name', "'=cmd|calc"],
    ['11', 'mobile', '12'],
  ]);
  await operator.goto('/admin/customers?search=lindiwe');
  await expect(operator.getByRole('row').filter({ hasText: 'Lindiwe' })).toHaveCount(40);
});
