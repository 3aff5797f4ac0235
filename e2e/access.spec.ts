import { randomUUID } from 'node:crypto';
import type { APIResponse, Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { sendPress } from './support/gestures.ts';

test('a callout is not there for anybody but its owner and operators', async ({
  browser,
  operator,
  otherPerson,
  person,
}) => {
  await sendPress(person.page);
  await person.page.waitForURL(/\/callouts\/\d+$/);
  const path = new URL(person.page.url()).pathname;
  const anonymous = await browser.newContext();

  for (const visitor of [otherPerson.page.request, anonymous.request]) {
    const page = await visitor.get(path);
    expect(page.status()).toBe(404);
    expect(await page.text()).not.toContain('sessionToken');
    await expectProblem(await visitor.get(`/api${path}`), 404, 'callout.not_found');
  }
  for (const visitor of [person.page.request, operator.request]) {
    expect((await visitor.get(path)).status()).toBe(200);
    expect((await visitor.get(`/api${path}`)).status()).toBe(200);
  }
  await anonymous.close();
});

test('a callout of somebody else looks exactly like one that does not exist', async ({
  otherPerson,
  person,
}) => {
  await sendPress(person.page);
  await person.page.waitForURL(/\/callouts\/\d+$/);
  const shown: (string | null)[] = [];
  for (const path of [new URL(person.page.url()).pathname, '/callouts/999999999']) {
    await otherPerson.page.goto(path);
    shown.push(await otherPerson.page.getByRole('main').textContent());
  }
  expect(shown[0]).toBe(shown[1]);
});

test('a press is known to the person who pressed, and to nobody else', async ({
  browser,
  otherPerson,
  person,
}) => {
  const pressId = randomUUID();
  const press = { pressId, pressedAt: new Date().toISOString() };
  expect((await person.page.request.post('/api/panic', { data: press })).status()).toBe(202);
  expect((await person.page.request.get(`/api/panic/${pressId}`)).status()).toBe(200);

  const { request } = otherPerson.page;
  await expectProblem(await request.get(`/api/panic/${pressId}`), 404, 'press.not_found');
  await expectProblem(await request.post('/api/panic', { data: press }), 404, 'press.not_found');
  const anonymous = await browser.newContext();
  await expectProblem(await anonymous.request.get(`/api/panic/${pressId}`), 401, 'session.required');
  await anonymous.close();
});

test("a person is nobody at the operators' doors", async ({ person }) => {
  await sendPress(person.page);
  await person.page.waitForURL(/\/callouts\/\d+$/);
  const { pathname } = new URL(person.page.url());
  for (const path of ['callouts', 'presses', pathname.slice(1)]) {
    await expectProblem(await person.page.request.get(`/api/admin/${path}`), 401, 'session.required');
  }
  for (const path of ['/admin/callouts', `/admin${pathname}`]) {
    await person.page.goto(path);
    await expect(person.page).toHaveURL('/admin/sign-in');
  }
});

test('an operator is not a person', async ({ operator }) => {
  await operator.goto('/panic');
  await expect(operator).toHaveURL('/sign-in');
});

test('an operator who signed out is nobody', async ({ operator }) => {
  await operator.getByRole('button', { name: 'Sign out' }).click();
  await operator.waitForURL('/admin/sign-in');
  await operator.goto('/admin/callouts');
  await expect(operator).toHaveURL('/admin/sign-in');
});

test('a wrong password is refused, and only the e-mail address is kept', async ({ page, stack }) => {
  await page.goto('/admin/sign-in');
  await signIn(page, stack.admin.email, 'not the password');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Sign-in failed');
  await expect(page.getByLabel('Email')).toHaveValue(stack.admin.email);
  await expect(page.getByLabel('Password')).toHaveValue('');

  await signIn(page, 'nobody', '');
  await expect(page.getByLabel('Email')).toHaveAccessibleDescription(/e-mail/);
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/password/);
});

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function expectProblem(response: APIResponse, status: number, code: string): Promise<void> {
  expect(response.status()).toBe(status);
  expect(await response.json()).toMatchObject({ code });
}
