import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page } from '@playwright/test';
import { appCode } from '../../lib/testing/authenticator-app.ts';
import { patience } from '../../lib/testing/patience.ts';

export const PASSWORD = 'several words that nobody guesses';

/**
 * Lets `goto` to a page of the console wait until React has taken over its controls. A click before that is lost, unlike
 * a press of the panic button.
 */
function waitForReact(page: Page): void {
  const goto = page.goto.bind(page);
  page.goto = async (url, options) => {
    const answer = await goto(url, options);
    if (new URL(page.url()).pathname.startsWith('/admin/')) {
      // A page that is shown in place of one that crashed may never be React's: the journey says what it should be.
      await page.waitForFunction(isTakenOver, undefined, { timeout: patience(5_000) }).catch(() => undefined);
    }
    return answer;
  };
}

function isTakenOver(): boolean {
  const controls = [...document.querySelectorAll('main button, main select')];
  const own = controls.filter((control) => !control.closest('.maplibregl-map'));
  return own.every((control) => Object.keys(control).some((key) => key.startsWith('__reactProps')));
}

/** Ends on the board. */
export async function signInOperator(
  page: Page,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<void> {
  waitForReact(page);
  await page.goto('/admin/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('/admin/callouts');
}

/** Creates an invitation as admin, and opens it in its own browser. */
export async function invited(admin: Page, browser: Browser, role: string) {
  const email = `${randomUUID()}@vigil.test`;
  await admin.goto('/admin/operators');
  await admin.getByLabel('Email').fill(email);
  await admin.getByLabel('Role').selectOption(role);
  await admin.getByRole('button', { name: 'Make invitation link' }).click();
  const link = await admin.getByLabel('Invitation link').inputValue();
  const context = await browser.newContext();
  const page = await context.newPage();
  waitForReact(page);
  await page.goto(link);
  return { page, email, link };
}

/** Accepts the invitation; ends on the board. */
export async function join(page: Page, name: string): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.waitForURL('/admin/callouts');
}

export async function invitationFor(admin: Page, email: string): Promise<string> {
  await admin.goto('/admin/operators');
  await admin.getByLabel('Email').fill(email);
  await admin.getByRole('button', { name: 'Make invitation link' }).click();
  return admin.getByLabel('Invitation link').inputValue();
}

/** Turns a second step on, signs out, and stops after the password. */
export async function stopHalfway(page: Page, email: string): Promise<void> {
  await page.goto('/admin/second-factor/set-up?with=app');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Continue' }).click();
  const key = (await page.locator('[data-secret]').textContent()) ?? '';
  await page.getByLabel('Code').fill(appCode(key));
  await page.getByRole('button', { name: 'Turn on' }).click();
  await expect(page.getByRole('list', { name: 'Recovery codes' })).toBeVisible();
  // An answer that is on its way to the page renews the session's cookie.
  await expect(async () => {
    await page.goto('about:blank');
    await page.context().clearCookies();
    await page.goto('/admin/sign-in');
    expect(new URL(page.url()).pathname).toBe('/admin/sign-in');
  }).toPass();
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('/admin/second-factor');
}

/** A link with which an operator chooses a new password, made by an admin. */
export async function passwordLinkFor(admin: Page, name: string): Promise<string> {
  await admin.goto('/admin/operators');
  await admin.getByRole('link', { name, exact: true }).click();
  await admin.getByRole('button', { name: 'Make a link' }).click();
  return admin.getByLabel('Link for a new password').inputValue();
}
