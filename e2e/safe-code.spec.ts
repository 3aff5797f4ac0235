import type { Page } from '@playwright/test';
import { type Heard, leaksIn, listenTo, type Witness } from './support/canaries.ts';
import { expect, test } from './support/fixtures.ts';
import { sendPress } from './support/gestures.ts';
import { expectStage } from './support/press-journeys.ts';
import { askForCode, confirm } from './support/registration.ts';
import type { SandboxControl } from './support/sandbox-control.ts';
import { asTyped, type Visitor } from './support/visitors.ts';

// The last four digits of a mobile are the code that calls help off. All that a person's browser is answered, hidden
// fields, router payloads and the API included, and all that they are sent, is searched for them.

const SAFE_CODE = '9536';
/** By themselves, masked digits before them or not, and at the end of the number in any spelling. */
const FOUND = {
  'safe code': /(?<![\w.])95[ \u00A0-]?36(?![\w-])/,
  'mobile number': /83\D{0,3}\d{3}\D{0,3}9536/,
};

let made = 0;

/** Somebody whose number ends in digits that stand nowhere else. */
function marked(visitor: Visitor): Visitor {
  made += 1;
  const own = String(test.info().workerIndex * 50 + made).padStart(3, '0');
  return { ...visitor, mobile: `+2783${own}${SAFE_CODE}` };
}

function leaksAmong(heard: readonly Heard[]): string[] {
  // What a build gives to everybody was made before this person, and is full of figures.
  const ofTheRun = heard.filter(({ what }) => !what.includes('/_next/static/'));
  return ofTheRun.flatMap(({ what, text }) => leaksIn(text, FOUND).map((leak) => `${what}: ${leak}`));
}

/** Nothing of it in what was heard so far, nor on the page as it stands. */
async function expectNoLeak(witness: Witness, page: Page): Promise<void> {
  await witness.settled();
  const shown = { what: `${page.url()} as it stands`, text: await page.content() };
  expect(leaksAmong([...witness.answers, shown])).toEqual([]);
}

async function registerIn(page: Page, sandbox: SandboxControl, somebody: Visitor, witness: Witness) {
  await askForCode(page, somebody);
  await expectNoLeak(witness, page);
  await confirm(page, '000000');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('not right');
  await expectNoLeak(witness, page);
  await sandbox.codeFor(somebody.mobile);
  await page.getByRole('button', { name: 'Send a new code' }).click();
  await sandbox.codeFor(somebody.mobile, 2);
  await page.getByRole('button', { name: 'Change details' }).click();
  await expect(page.getByLabel('Surname')).toHaveValue(somebody.surname);
  await expectNoLeak(witness, page);
  await page.getByLabel('Mobile number').fill(asTyped(somebody.mobile));
  await page.getByRole('button', { name: 'Register' }).click();
  await page.getByLabel('Code').waitFor();
  await confirm(page, await sandbox.codeFor(somebody.mobile, 3));
  await page.waitForURL('/panic');
}

async function signInAgain(page: Page, sandbox: SandboxControl, { mobile }: Visitor, witness: Witness) {
  const ask = async () => {
    await page.getByLabel('Mobile number').fill(asTyped(mobile));
    await page.getByRole('button', { name: 'Send code' }).click();
    await page.getByLabel('Code').waitFor();
    await expectNoLeak(witness, page);
  };
  // An answer that is on its way, such as one that the service worker stores, renews the session's cookie.
  await expect(async () => {
    await page.context().clearCookies();
    await page.goto('/sign-in');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  }).toPass();
  await ask();
  await sandbox.codeFor(mobile, 4);
  await page.getByRole('button', { name: 'Use another number' }).click();
  await expect(page.getByLabel('Mobile number')).toHaveValue('');
  await expectNoLeak(witness, page);
  await ask();
  await confirm(page, await sandbox.codeFor(mobile, 5));
  await page.waitForURL('/panic');
}

test('the pattern finds the safe code as people write it, and nothing like it', () => {
  const number = '+27831239536';
  const spellings = [
    number,
    '083 123 9536',
    '••• 9536',
    '"9536"',
    '>9536<',
    '27831239536',
    '95 36',
    'mobile=9536',
  ];
  expect(spellings.filter((text) => leaksAmong([{ what: '', text }]).length === 0)).toEqual([]);
  const others = ['a9536f', '-9536-4a', '0.9536', '95361', 'f9536'];
  expect(leaksAmong(others.map((text) => ({ what: '', text })))).toEqual([]);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled });

    test('registering, signing in and every page of a person show no safe code', async ({
      page,
      sandbox,
      stack,
      visitor,
    }) => {
      const somebody = marked(visitor);
      const witness = listenTo(page.context(), stack.url);
      await registerIn(page, sandbox, somebody, witness);
      await signInAgain(page, sandbox, somebody, witness);
      for (const path of ['/profile', '/practice', '/offline', '/panic']) {
        await page.goto(path);
        await expectNoLeak(witness, page);
      }
      expect(witness.answers.length).toBeGreaterThan(10);
      // Five codes, and that another device has signed in: without its cookies the browser counts as one.
      await expect.poll(async () => (await sandbox.textsTo(somebody.mobile)).length).toBe(6);
      const texts = await sandbox.textsTo(somebody.mobile);
      expect(leaksAmong(texts.map((text) => ({ what: 'a text message', text })))).toEqual([]);
    });
  });
}

test('a callout, its page and the API show their person no safe code', async ({
  page,
  sandbox,
  stack,
  visitor,
}) => {
  const somebody = marked(visitor);
  const witness = listenTo(page.context(), stack.url);
  await askForCode(page, somebody);
  await confirm(page, await sandbox.codeFor(somebody.mobile));
  await page.waitForURL('/panic');
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  const { id } = await sandbox.calloutOf(somebody.mobile);
  await sandbox.step(id, 'own');
  await expectStage(page, 'The control room is helping.');
  for (const path of ['', '/messages', '/outcome', '/share', '/tracking']) {
    const address = `/api/callouts/${id}${path}`;
    await witness.add(address, await page.request.get(address));
  }
  await witness.add('/api/callouts/open', await page.request.get('/api/callouts/open'));
  await page.reload();
  await expectNoLeak(witness, page);
  await page.goto('/panic');
  await expect(page.locator(`a[href="/callouts/${id}"]`).first()).toBeVisible();
  await expectNoLeak(witness, page);
});

test('coming back from a signup on AURA’s page shows no safe code', async ({
  page,
  operator,
  stack,
  visitor,
}) => {
  const somebody = marked(visitor);
  await operator.goto('/admin/customers/signup');
  await operator.getByLabel('E-mail').fill('somebody@vigil.test');
  await operator.getByRole('button', { name: 'Make a link' }).click();
  await page.goto(await operator.getByLabel('Link', { exact: true }).inputValue());
  await page.getByLabel('Name', { exact: true }).fill(somebody.name);
  await page.getByLabel('Surname').fill(somebody.surname);
  await page.getByLabel('Mobile').fill(somebody.mobile);
  await page.getByRole('button', { name: 'Pay and sign up' }).click();
  const witness = listenTo(page.context(), stack.url);
  await page.getByRole('link', { name: 'Go back' }).click();
  await expect(page.getByRole('heading', { name: 'You are registered' })).toBeVisible();
  await expect(page.getByText('Sign in with +27')).toBeVisible();
  await expectNoLeak(witness, page);
});
