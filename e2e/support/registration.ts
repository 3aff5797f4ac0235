import { type APIResponse, expect, type Page } from '@playwright/test';
import type { SandboxControl } from './sandbox-control.ts';
import { asTyped, type Visitor } from './visitors.ts';

export async function askForCode(page: Page, { name, surname, mobile }: Visitor): Promise<void> {
  await page.goto('/register');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Surname').fill(surname);
  await page.getByLabel('Mobile number').fill(asTyped(mobile));
  await page.getByRole('button', { name: 'Register' }).click();
  await page.getByLabel('Code').waitFor();
}

export async function confirm(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Confirm' }).click();
}

/**
 * Registers a visitor by plain form posts, which is faster than the UI (tested in registration.spec.ts). Ends
 * signed in on the panic page.
 */
export async function register(page: Page, sandbox: SandboxControl, visitor: Visitor): Promise<void> {
  const { name, surname, mobile } = visitor;
  const details = await page.request.get('/register');
  const question = await submit(page, details, { name, surname, mobile, intent: 'start' });
  const code = await sandbox.codeFor(mobile);
  const answer = await submit(page, question, { code, intent: 'complete' });
  expect(answer.headers().location, 'where the registration leads to').toContain('/panic');
  await page.goto('/panic');
}

/** Submits a page's form with the given values. */
async function submit(
  page: Page,
  shown: APIResponse,
  typed: Readonly<Record<string, string>>,
): Promise<APIResponse> {
  await expect(shown).toBeOK();
  const fields = await page.evaluate(
    (html) => {
      const form = new DOMParser().parseFromString(html, 'text/html').forms.item(0);
      const all = form ? [...new FormData(form)] : [];
      return Object.fromEntries(
        all.filter((field): field is [string, string] => typeof field[1] === 'string'),
      );
    },
    await shown.text(),
  );
  return page.request.post(shown.url(), {
    headers: { origin: new URL(shown.url()).origin },
    multipart: { ...fields, ...typed },
    maxRedirects: 0,
  });
}
