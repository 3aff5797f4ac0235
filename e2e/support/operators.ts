import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';

export const PASSWORD = 'several words that nobody guesses';

/** Ends on the board. */
export async function signInOperator(
  page: Page,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<void> {
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
