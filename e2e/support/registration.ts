import type { Page } from '@playwright/test';
import type { SandboxControl } from './sandbox-control.ts';
import { asTyped, type Stranger } from './strangers.ts';

/** Fills in the details and asks for a code. */
export async function askForCode(page: Page, { name, surname, mobile }: Stranger): Promise<void> {
  await page.goto('/register');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Surname').fill(surname);
  await page.getByLabel('Mobile number').fill(asTyped(mobile));
  await page.getByRole('button', { name: 'Register' }).click();
  await page.getByLabel('Code').waitFor();
}

/** Types a code and confirms it. */
export async function confirm(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Confirm' }).click();
}

/** Registers a stranger, who ends up signed in and in front of the panic button. */
export async function register(page: Page, sandbox: SandboxControl, stranger: Stranger): Promise<void> {
  await askForCode(page, stranger);
  await confirm(page, await sandbox.codeFor(stranger.mobile));
  await page.waitForURL('/panic');
}
