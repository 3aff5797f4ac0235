import { test as base, expect, type Page } from '@playwright/test';
import { signInOperator } from './operators.ts';
import { recordAnswers } from './recorded-answers.ts';
import { register } from './registration.ts';
import { controlSandbox, type SandboxControl } from './sandbox-control.ts';
import { readStack, type Stack, type StackName } from './stacks.ts';
import { newVisitor, type Visitor } from './visitors.ts';

export type StackOptions = {
  /** Chooses a running stack: `test.use({ stackName: 'redirecting' })`. */
  readonly stackName: StackName;
};

/** A registered, signed-in person on the panic page. */
export type Person = Visitor & { readonly page: Page };

type Fixtures = {
  /** Fails a test that saw an answer of a stable route which docs/openapi.json does not know. */
  readonly answers: ReturnType<typeof recordAnswers>;
  readonly stack: Stack;
  readonly sandbox: SandboxControl;
  readonly visitor: Visitor;
  /** Uses the test's own `page`. */
  readonly person: Person;
  /** Another person, in their own browser. */
  readonly otherPerson: Person;
  /** A signed-in operator's page, in its own browser. */
  readonly operator: Page;
};

export { expect } from '@playwright/test';

/** Playwright's test with a running product; relative URLs go to the stack's app. */
export const test = base.extend<Fixtures & StackOptions>({
  stackName: ['plain', { option: true }],
  stack: async ({ stackName }, use) => {
    await use(readStack(stackName));
  },
  answers: [
    async ({ browser, stack }, use) => {
      const answers = recordAnswers(new URL(stack.url).origin);
      const restore = answers.recordInAllOf(browser);
      await use(answers);
      restore();
      expect(await answers.faults(), 'answers that docs/openapi.json does not know').toEqual([]);
    },
    { auto: true },
  ],
  request: async ({ request, answers }, use) => {
    answers.recordAsked(request);
    await use(request);
  },
  baseURL: async ({ stack }, use) => {
    await use(stack.url);
  },
  sandbox: async ({ stack, playwright }, use) => {
    // A separate context, without the person's headers and cookies.
    const request = await playwright.request.newContext({ extraHTTPHeaders: {} });
    const control = controlSandbox(stack, request);
    await use(control);
    await control.restore();
    await request.dispose();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  visitor: async ({}, use, { workerIndex }) => {
    await use(newVisitor(workerIndex));
  },
  extraHTTPHeaders: async ({ visitor }, use) => {
    await use({ 'x-forwarded-for': visitor.address });
  },
  person: async ({ page, sandbox, visitor }, use) => {
    await register(page, sandbox, visitor);
    await use({ ...visitor, page });
  },
  otherPerson: async ({ browser, sandbox }, use, { workerIndex }) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const visitor = newVisitor(workerIndex);
    await register(page, sandbox, visitor);
    await use({ ...visitor, page });
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
