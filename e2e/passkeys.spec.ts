import type { CDPSession, Page } from '@playwright/test';
import { patience } from '../lib/testing/patience.ts';
import { expect, test } from './support/fixtures.ts';
import { expectAccessible, expectReadableAtDoubleSize } from './support/looks.ts';
import { invited, join, PASSWORD } from './support/operators.ts';

test.describe.configure({ timeout: patience(180_000) });

type Device = { cdp: CDPSession; authenticatorId: string };

/** Chromium's virtual authenticator, which confirms automatically. */
async function plugIn(page: Page): Promise<Device> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, authenticatorId };
}

/** Removes the passkey; returns the function that restores it. */
async function takeOut({ cdp, authenticatorId }: Device): Promise<() => Promise<void>> {
  const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId });
  await cdp.send('WebAuthn.clearCredentials', { authenticatorId });
  return async () => {
    for (const credential of credentials) {
      await cdp.send('WebAuthn.addCredential', { authenticatorId, credential });
    }
  };
}

async function typePassword(page: Page, email: string): Promise<void> {
  await page.goto('/admin/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('/admin/second-factor');
}

test('an operator makes a passkey, signs in with it, without it by a recovery code, and removes it', async ({
  browser,
  operator: admin,
}) => {
  const { page, email } = await invited(admin, browser, 'operator');
  await join(page, 'Thandi Nkosi');
  const device = await plugIn(page);

  await page.goto('/admin/account');
  await page.getByRole('link', { name: 'Set up' }).click();
  await page.getByRole('link', { name: 'Make a passkey' }).click();
  await page.getByLabel('Name of this passkey').fill('Control room key');
  await page.getByRole('button', { name: 'Make the passkey' }).click();
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/Type your password/);
  await expectAccessible(page, 'making a passkey');
  await expectReadableAtDoubleSize(page, 'making a passkey');
  await expect(page.getByLabel('Name of this passkey')).toHaveValue('Control room key');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Make the passkey' }).click();
  const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  const [recoveryCode = ''] = await codes.allTextContents();
  await expectAccessible(page, 'recovery codes');
  await page.getByRole('link', { name: 'I have kept them' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('/admin/sign-in');

  await typePassword(page, email);
  await expect(page.getByRole('button', { name: 'Use a passkey' })).toBeFocused();
  const putBack = await takeOut(device);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('No passkey was used');
  await expectAccessible(page, 'no passkey');
  await expectReadableAtDoubleSize(page, 'no passkey');
  await putBack();
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.waitForURL('/admin/callouts');

  await page.goto('/admin/account');
  const passkey = page.getByRole('list', { name: 'Passkeys' }).getByRole('listitem');
  await expect(passkey).toContainText(/last used \d+ s ago/);
  await passkey.getByText('Rename or remove').click();
  await expectAccessible(page, 'own passkeys');
  await expectReadableAtDoubleSize(page, 'own passkeys');
  await passkey.getByLabel('Name').fill('Desk');
  await passkey.getByRole('button', { name: 'Rename' }).click();
  await expect(passkey.getByRole('paragraph').first()).toHaveText('Desk');

  // Without JavaScript there is no WebAuthn: the code works.
  const scriptless = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await typePassword(scriptless, email);
  await expect(scriptless.getByRole('button', { name: 'Use a passkey' })).toHaveCount(0);
  await scriptless.getByLabel('Code').fill(recoveryCode);
  await scriptless.getByRole('button', { name: 'Sign in' }).click();
  await scriptless.waitForURL('/admin/callouts');
  await scriptless.context().close();

  await page.reload();
  await expect(page.getByText('9 are left of your ten')).toBeVisible();
  // With its first answer the strip grows where it wraps, and what is below moves.
  await expect(page.getByRole('region', { name: 'Alarms' })).not.toContainText(
    'The alarms are on the board.',
  );
  await passkey.getByText('Rename or remove').click();
  await passkey.getByLabel('Password').fill(PASSWORD);
  await passkey.getByRole('button', { name: 'Remove Desk' }).click();
  await expect(page.getByText('Off: your password alone signs you in')).toBeVisible();
  await page.context().close();
});
