import { afterAll, onTestFinished, TestRunner } from 'vitest';

/** Runs the work when the test is over or, registered outside of one, when its file is. The newest comes first. */
export function cleanUp(work: () => unknown): void {
  const register = TestRunner.getCurrentTest() ? onTestFinished : afterAll;
  register(async () => {
    await work();
  });
}
