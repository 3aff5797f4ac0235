import { test as base, type Page } from '@playwright/test';
import { signInOperator } from './operators.ts';
import { register } from './registration.ts';
import { controlSandbox, type SandboxControl } from './sandbox-control.ts';
import { readStack, type Stack, type StackName } from './stacks.ts';
import { newStranger, type Stranger } from './strangers.ts';

export type StackOptions = {
  /** Which of the running stacks a test uses: `test.use({ stackName: 'redirecting' })`. */
  readonly stackName: StackName;
};

/** A registered person, signed in and in front of the panic button. */
export type Person = Stranger & { readonly page: Page };

type Fixtures = {
  readonly stack: Stack;
  readonly sandbox: SandboxControl;
  readonly stranger: Stranger;
  /** Uses the test's own `page`. */
  readonly person: Person;
  /** Somebody else, registered in a browser of their own. */
  readonly otherPerson: Person;
  /** A signed-in operator's page, in a browser of its own. */
  readonly operator: Page;
};

export { expect } from '@playwright/test';

/** Playwright's test with the product running: relative URLs go to the stack's app. */
export const test = base.extend<Fixtures & StackOptions>({
  stackName: ['plain', { option: true }],
  stack: async ({ stackName }, use) => {
    await use(readStack(stackName));
  },
  baseURL: async ({ stack }, use) => {
    await use(stack.url);
  },
  sandbox: async ({ stack, playwright }, use) => {
    // Of its own, without the headers and cookies of the test's person.
    const request = await playwright.request.newContext({ extraHTTPHeaders: {} });
    const control = controlSandbox(stack, request);
    await use(control);
    await control.restore();
    await request.dispose();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  stranger: async ({}, use, { workerIndex }) => {
    await use(newStranger(workerIndex));
  },
  extraHTTPHeaders: async ({ stranger }, use) => {
    await use({ 'x-forwarded-for': stranger.address });
  },
  person: async ({ page, sandbox, stranger }, use) => {
    await register(page, sandbox, stranger);
    await use({ ...stranger, page });
  },
  otherPerson: async ({ browser, sandbox }, use, { workerIndex }) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const stranger = newStranger(workerIndex);
    await register(page, sandbox, stranger);
    await use({ ...stranger, page });
    await context.close();
  },
  operator: async ({ browser, stack }, use) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await signInOperator(page, stack.admin);
    await use(page);
    await context.close();
  },
});
