import { expect, test } from './support/fixtures.ts';
import { holdPanic, sendPress } from './support/gestures.ts';
import { expectAccessible } from './support/looks.ts';
import { saveAddress } from './support/press-journeys.ts';

test('practice is the whole flow, and nothing leaves the page', async ({ person, sandbox }) => {
  const { page, mobile } = person;
  await page.getByRole('link', { name: 'Practice' }).click();
  await expect(page.getByText('This is not your real button.')).toBeVisible();
  const requests: string[] = [];
  page.on('request', (request) => {
    // Browsers request the icon at any time.
    if (new URL(request.url()).pathname !== '/icon.svg')
      requests.push(`${request.method()} ${request.url()}`);
  });
  await holdPanic(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await sendPress(page);
  await expect(page.getByRole('main').getByRole('status')).toContainText(
    'Nothing was sent. Nobody will come.',
  );
  expect(requests).toEqual([]);
  expect(await page.evaluate(() => localStorage.getItem('vigil.press'))).toBeNull();
  expect(await sandbox.calloutsOf(mobile)).toEqual([]);
  await page.getByRole('link', { name: 'Back to the button' }).click();
  await expect(page.getByRole('button', { name: 'Panic', exact: true })).toBeVisible();
});

test('a profile shows who it is, and keeps address and contact', async ({ person }) => {
  const { page, name, surname, mobile } = person;
  await page.getByRole('link', { name: 'Profile' }).click();
  await expect(page.getByText(`${name} ${surname}`)).toBeVisible();
  await expect(page.getByText(`${mobile.slice(0, 3)} ${mobile.slice(3, 5)} ••• ••••`)).toBeVisible();
  await page.getByLabel('Latitude').fill('north');
  await page.getByLabel('Address').fill('12 Fredman Drive');
  await page.getByLabel('Longitude').fill('28');
  await page.getByRole('button', { name: 'Save address' }).click();
  await expect(page.getByText('Write it in degrees')).toBeVisible();
  await page.getByRole('button', { name: 'Use my location' }).click();
  await expect(page.getByLabel('Latitude')).toHaveValue('-26.100000');
  await page.getByRole('button', { name: 'Save address' }).click();
  await expect(page.getByText('Your address is saved.')).toBeVisible();

  await page.getByLabel('Contact’s name').fill('Sipho');
  await page.getByLabel('Contact’s mobile').fill('083 000 0001');
  await page.getByRole('button', { name: 'Save contacts' }).click();
  await expect(page.getByText('Your contacts are saved.')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Address')).toHaveValue('12 Fredman Drive');
  await page.getByRole('button', { name: 'Remove address' }).click();
  await expect(page.getByText('Your address is removed.')).toBeVisible();

  await page.goto('/panic');
  await page.context().setOffline(true);
  await sendPress(page);
  await expect(page.getByRole('link', { name: 'Message your contact' })).toHaveAttribute(
    'href',
    /^sms:\+27830000001\?&body=/,
  );
});

test('practice, profile and the call sheet can be read and used by everybody', async ({ person }) => {
  const { page } = person;
  await saveAddress(page);
  await expectAccessible(page, 'profile');
  await page.goto('/practice');
  await expectAccessible(page, 'practice');
  await page.goto('/offline?code=press.token_revoked');
  await expectAccessible(page, 'call sheet');
});

test.describe('without the permission to read the position', () => {
  test.use({ permissions: [] });

  test('the panic page can be read and used by everybody', async ({ person }) => {
    await expectAccessible(person.page, 'panic, position denied');
  });
});
