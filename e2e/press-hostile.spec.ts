import { expect, test } from './support/fixtures.ts';
import { holdPanic, POSITION, panicButton, sendNow, sendPress } from './support/gestures.ts';
import { callout, onlyCalloutOf, saveAddress } from './support/press-journeys.ts';

// Browsers whose APIs are missing, throw or return nonsense. The button must work and the press must be sent.

const HOSTILE = {
  'throws at every question': `
    const no = () => { throw new DOMException('no', 'SecurityError'); };
    const shut = (owner, name) => Object.defineProperty(owner, name, { get: no, configurable: true });
    for (const name of ['permissions', 'geolocation', 'serviceWorker', 'wakeLock', 'locks', 'storage'])
      shut(Navigator.prototype, name);
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) shut(window, name);
  `,
  'throws when it is used': `
    const no = () => { throw new TypeError('no'); };
    Permissions.prototype.query = no;
    Geolocation.prototype.watchPosition = no;
    Geolocation.prototype.getCurrentPosition = no;
    Storage.prototype.getItem = no;
    Storage.prototype.setItem = no;
    if (window.WakeLock) WakeLock.prototype.request = no;
    ServiceWorkerContainer.prototype.register = no;
    LockManager.prototype.request = no;
    Navigator.prototype.vibrate = no;
  `,
  rejects: `
    const no = () => Promise.reject(new Error('no'));
    Permissions.prototype.query = no;
    if (window.WakeLock) WakeLock.prototype.request = no;
    ServiceWorkerContainer.prototype.register = no;
    LockManager.prototype.request = no;
    Geolocation.prototype.watchPosition = (found, failed) => { failed?.(null); return 1; };
  `,
  'answers with nothing': `
    Permissions.prototype.query = () => Promise.resolve({});
    Geolocation.prototype.getCurrentPosition = (found) => found({});
    Geolocation.prototype.watchPosition = (found) => { for (const said of [null, {}, { coords: {} }]) found(said); return 1; };
    for (const name of ['wakeLock', 'locks', 'serviceWorker']) delete Navigator.prototype[name];
  `,
};

for (const [what, script] of Object.entries(HOSTILE)) {
  test(`a browser that ${what} keeps the button, and its press goes to the saved address`, async ({
    person,
    sandbox,
  }) => {
    const { page, mobile } = person;
    await saveAddress(page);
    // The panic page may have kept a position by then, which comes before the address.
    await page.evaluate(() => localStorage.clear());
    await page.addInitScript(script);
    await page.goto('/panic');
    await holdPanic(page);
    await sendNow(page);
    await callout(page);
    const { trail } = await onlyCalloutOf(sandbox, mobile);
    expect(trail[0]).toEqual(expect.objectContaining({ latitude: -26.2, longitude: 28.04 }));
  });
}

test('what breaks beside the button leaves it: one tap sends', async ({ person, sandbox }) => {
  const { page, mobile } = person;
  await saveAddress(page);
  await page.addInitScript(`
    Element.prototype.setAttribute = new Proxy(Element.prototype.setAttribute, {
      apply(set, element, [name, value]) {
        if (name === 'data-ready') {
          window.isBroken = true;
          throw new Error('broken on purpose');
        }
        return Reflect.apply(set, element, [name, value]);
      },
    });
  `);
  await page.context().clearPermissions();
  await page.goto('/panic');
  await expect(panicButton(page)).toBeVisible();
  await page.waitForFunction('window.isBroken');
  await expect(page.locator('[data-ready]')).toHaveCount(0);
  await sendPress(page);
  await callout(page);
  await onlyCalloutOf(sandbox, mobile);
});

const STAMPS = {
  'counts seconds since 2001': '(Date.now() - Date.UTC(2001)) / 1000',
  'stands still in 1970': '0',
  'is a year ahead': 'Date.now() + 31536000000',
};

for (const [what, stamp] of Object.entries(STAMPS)) {
  test(`a receiver whose clock ${what} is believed where it is, and followed`, async ({
    person,
    sandbox,
  }) => {
    const { page, mobile } = person;
    await page.addInitScript(`
      let at = ${POSITION.latitude};
      const said = (latitude) => ({ timestamp: ${stamp}, coords: { latitude, longitude: ${POSITION.longitude}, accuracy: -1 } });
      Geolocation.prototype.watchPosition = (found) => {
        found(said(NaN));
        return setInterval(() => found(said((at += 0.0005))), 500);
      };
      Geolocation.prototype.clearWatch = (id) => clearInterval(id);
      Geolocation.prototype.getCurrentPosition = (found) => found(said(at));
    `);
    await page.goto('/panic');
    await holdPanic(page);
    await callout(page);
    await expect.poll(async () => (await sandbox.calloutOf(mobile)).trail.length).toBeGreaterThan(1);
    await page.getByText('Details', { exact: true }).click();
    await expect(page.getByText('Your location is being sent.')).toBeVisible();
    await expect(page.getByText('Unknown')).toBeVisible();
  });
}

test('without cookies the page of the press follows it, by the token that it holds', async ({
  person,
  sandbox,
}) => {
  const { page, mobile } = person;
  await page.context().clearCookies();
  await holdPanic(page);
  await expect(page.getByText('Your browser blocks cookies')).toBeVisible();
  const { id } = await sandbox.calloutOf(mobile);
  await sandbox.step(id, 'own');
  await sandbox.step(id, 'dispatch');
  await expect(page.getByRole('region', { name: 'Help for you' })).toContainText('Help is on the way.');
  await expect.poll(async () => (await sandbox.calloutOf(mobile)).trail.length).toBeGreaterThan(1);
  await page.goto(`/callouts/${id}`);
  await expect(page.getByText('your alarm is not lost')).toBeVisible();
});
