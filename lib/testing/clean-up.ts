import { afterAll, onTestFinished, TestRunner } from 'vitest';

/** Runs after the test or, registered outside of one, after the file; in reverse order. */
export function cleanUp(work: () => unknown): void {
  const register = TestRunner.getCurrentTest() ? onTestFinished : afterAll;
  register(async () => {
    await work();
  });
}
