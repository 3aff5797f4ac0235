import { type Browser, expect, test } from '@playwright/test';
import { Client } from 'pg';
import { patience } from '../lib/testing/patience.ts';
import { complaintsOf } from './support/complaints.ts';
import { expectAccessible } from './support/looks.ts';
import { type OwnSite, openSite } from './support/own-site.ts';
import { confirm } from './support/registration.ts';
import { asTyped } from './support/visitors.ts';

// A sign-in after 90 days without one. What is known of the person is made older in the database.

test.describe.configure({ mode: 'serial', timeout: patience(300_000) });

let site: OwnSite;

test.beforeAll(async ({ playwright }) => {
  site = await openSite(playwright);
});
test.afterAll(() => site.close());

async function makeNewestOlder(): Promise<void> {
  const database = new Client({ connectionString: site.databaseUrl });
  await database.connect();
  const { rows } = await database.query(
    `update person set created_at = created_at - interval '91 days' where id = (select id from person order by created_at desc limit 1) returning id`,
  );
  await database.query(
    `update device set signed_in_at = signed_in_at - interval '91 days' where person_id = $1`,
    [rows[0]?.id],
  );
  await database.end();
}

async function newPage(browser: Browser, javaScriptEnabled: boolean) {
  return (await browser.newContext({ baseURL: site.url, javaScriptEnabled })).newPage();
}

for (const scripts of [true, false]) {
  test(`asks for the surname beside the code, and shows none, ${scripts ? 'with' : 'without'} scripts`, async ({
    browser,
  }) => {
    const { mobile, surname } = await site.person(browser);
    await makeNewestOlder();
    const page = await newPage(browser, scripts);
    const complaints = complaintsOf(page);
    await page.goto('/sign-in');
    await page.getByLabel('Mobile number').fill(asTyped(mobile));
    await page.getByRole('button', { name: 'Send code' }).click();
    await page.getByLabel('Code').waitFor();
    await confirm(page, await site.sandbox.codeFor(mobile, 2));

    const field = page.getByLabel('Surname');
    await expect(field).toBeVisible();
    await expect(page.getByRole('alert').filter({ hasText: 'Type your surname, too' })).toBeVisible();
    expect(await page.content()).not.toContain(surname);
    if (scripts) await expectAccessible(page, 'the surname beside the code');
    await field.fill('Somebody');
    await page.getByRole('button', { name: 'Confirm' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'That surname is not right' })).toBeVisible();
    await field.fill(surname.toUpperCase());
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.waitForURL('/panic');
    await expect
      .poll(() => site.sandbox.textsTo(mobile))
      .toContainEqual(expect.stringContaining('has signed in as you'));
    expect(complaints).toEqual([]);
    await page.context().close();
  });
}
