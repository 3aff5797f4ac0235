import { test as base } from '@playwright/test';
import { controlSandbox, type SandboxControl } from './sandbox-control.ts';
import { readStacks, type Stack, type Stacks } from './stacks.ts';

export type StackOptions = {
  /** Which of the running stacks a test uses: `test.use({ trackingMode: 'redirect' })`. */
  readonly trackingMode: keyof Stacks;
};

type Fixtures = {
  readonly stack: Stack;
  readonly sandbox: SandboxControl;
};

export { expect } from '@playwright/test';

/** Playwright's test with the product running: relative URLs go to the stack's app. */
export const test = base.extend<Fixtures & StackOptions>({
  trackingMode: ['auto', { option: true }],
  stack: async ({ trackingMode }, use) => {
    await use(readStacks()[trackingMode]);
  },
  sandbox: async ({ stack, request }, use) => {
    const control = controlSandbox(stack.sandboxUrl, request);
    await use(control);
    await control.restore();
  },
  baseURL: async ({ stack }, use) => {
    await use(stack.url);
  },
});
