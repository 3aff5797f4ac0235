import type { Page } from '@playwright/test';
import { complaintsOf } from './support/complaints.ts';
import { expect, test } from './support/fixtures.ts';
import { expectAccessible, expectReadableAtDoubleSize } from './support/looks.ts';

const pinOf = (page: Page) => page.getByRole('button', { name: 'Pin', exact: true });
const degreesIn = async (page: Page, label: string) => Number(await page.getByLabel(label).inputValue());

async function typePlace(page: Page, latitude: string, longitude: string): Promise<void> {
  await page.getByLabel('Latitude').fill(latitude);
  await page.getByLabel('Longitude').fill(longitude);
}

/** Opens the map and waits for worker and outlines. */
async function openMap(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Show on a map' }).click();
  await expect(page.getByRole('region', { name: 'Map of the saved address' })).toBeVisible();
  await expect(page.getByText('Opening the map')).toBeHidden();
}

test('the pin that arrow keys moved is what is saved', async ({ person: { page } }) => {
  await page.goto('/profile');
  await page.getByRole('textbox', { name: 'Address' }).fill('12 Protea Road');
  await typePlace(page, '-26.1', '28.05');
  await openMap(page);
  await pinOf(page).focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  const [latitude, longitude] = [await degreesIn(page, 'Latitude'), await degreesIn(page, 'Longitude')];
  expect(latitude).toBeGreaterThan(-26.1);
  expect(longitude).toBeGreaterThan(28.05);
  const said = `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`;
  await expect(page.getByText(`The pin is at ${said}. Not saved yet.`)).toBeVisible();
  await page.getByRole('button', { name: 'Save address' }).click();
  await expect(page.getByText('Your address is saved.')).toBeVisible();
  await expect(page.getByText('Not saved yet')).toBeHidden();
  await page.reload();
  expect(await degreesIn(page, 'Latitude')).toBe(latitude);
  expect(await degreesIn(page, 'Longitude')).toBe(longitude);
});

test('typed degrees move the pin, and dragging it or choosing a place types them', async ({
  person: { page },
}) => {
  await page.goto('/profile');
  await openMap(page);
  await expect(pinOf(page)).toBeHidden();
  await page.getByRole('button', { name: 'Put the pin in the middle' }).click();
  const middle = await pinOf(page).boundingBox();
  await typePlace(page, '-28.7', '26,7');
  await expect.poll(async () => (await pinOf(page).boundingBox())?.x).toBeGreaterThan(middle?.x ?? 0);
  await page.getByLabel('Longitude').fill('far away');
  await expect(pinOf(page)).toBeHidden();
  await page.getByLabel('Longitude').fill('24.7');
  await pinOf(page).hover();
  await page.mouse.down();
  const box = await pinOf(page).boundingBox();
  if (!box) throw new Error('the pin is not drawn');
  await page.mouse.move(box.x + 60, box.y + 60, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => degreesIn(page, 'Longitude')).toBeGreaterThan(24.7);
  expect(await degreesIn(page, 'Latitude')).toBeLessThan(-28.7);
  await page.getByRole('region', { name: 'Map of the saved address' }).click({ position: { x: 40, y: 40 } });
  await expect.poll(() => degreesIn(page, 'Longitude')).toBeLessThan(24.7);
});

test('the map draws by what comes from us alone, and no policy complains', async ({
  person: { page },
  stack,
}) => {
  const complaints = complaintsOf(page);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto('/profile');
  await openMap(page);
  await expect(page.getByText('Some of the map could not be loaded')).toBeHidden();
  const elsewhere = requests.filter((url) => new URL(url).origin !== new URL(stack.url).origin);
  expect(elsewhere).toEqual([]);
  // Software rendering logs a performance warning.
  expect(complaints.filter((text) => !text.includes('GL Driver Message'))).toEqual([]);
});

test('a browser that draws no map keeps the fields, and the page says so', async ({ person: { page } }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.goto('/profile');
  await page.getByRole('button', { name: 'Show on a map' }).click();
  await expect(page.getByText('This browser could not draw the map.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Address' }).fill('12 Protea Road');
  await typePlace(page, '-26.1', '28.05');
  await page.getByRole('button', { name: 'Save address' }).click();
  await expect(page.getByText('Your address is saved.')).toBeVisible();
});

test('nothing of the map is in what the panic page loads', async ({ person: { page } }) => {
  const scripts: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.text());
  });
  await page.goto('/panic', { waitUntil: 'networkidle' });
  expect(scripts.length).toBeGreaterThan(0);
  for (const text of await Promise.all(scripts)) expect(text).not.toContain('maplibregl');
});

test('the open map is accessible', async ({ person: { page } }) => {
  await page.goto('/profile');
  await typePlace(page, '-26.1', '28.05');
  await openMap(page);
  await expect(pinOf(page)).toBeVisible();
  await expectAccessible(page, 'map');
  await expectReadableAtDoubleSize(page, 'map');
});

test.describe('with a tile file of the deployment', () => {
  test.use({ stackName: 'redirecting' });

  test('streets are drawn by what comes from us alone, in light and in dark', async ({
    operator,
    person: { page },
    stack,
  }) => {
    const complaints = complaintsOf(page);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const drawn = page.waitForResponse((answer) => answer.url().includes('/api/map/tiles/') && answer.ok());
    await page.goto('/profile');
    await openMap(page);
    await drawn;
    await expect(page.getByText('Streets of the journeys')).toBeVisible();
    await expect(page.getByText('outlines of countries only')).toHaveCount(0);
    const dark = page.waitForResponse((answer) => answer.url().endsWith('theme=dark') && answer.ok());
    await page.emulateMedia({ colorScheme: 'dark' });
    await dark;
    await expect(page.getByText('Streets of the journeys')).toBeVisible();
    await expect(page.getByText('Some of the map could not be loaded')).toBeHidden();
    const elsewhere = requests.filter((url) => new URL(url).origin !== new URL(stack.url).origin);
    expect(elsewhere).toEqual([]);
    expect(complaints.filter((text) => !text.includes('GL Driver Message'))).toEqual([]);
    await operator.goto('/admin/map');
    await expect(operator.getByText('Streets of the journeys')).toBeVisible();
  });
});
