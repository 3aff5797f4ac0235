import { z } from 'zod';
import type { Tally } from '../checks/run-checks.ts';

/** A runner's result. `failures` has the name of each failed test and the first line of its error. */
export type Report = Tally & { readonly failures: readonly string[] };

// A runner colours its messages.
const ANSI = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

function failure(name: string, message: string | undefined): string {
  const [firstLine = ''] = (message ?? '').replace(ANSI, '').trim().split('\n');
  return firstLine ? `${name}: ${firstLine}` : name;
}

/** Vitest's `json` reporter. A file that cannot be loaded has a message and no tests. */
export const unitReport = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    testResults: z.array(
      z.object({
        name: z.string(),
        status: z.string(),
        message: z.string().optional(),
        assertionResults: z.array(
          z.object({
            status: z.string(),
            fullName: z.string(),
            failureMessages: z.array(z.string()).nullish(),
          }),
        ),
      }),
    ),
  })
  .transform(({ numPassedTests, numFailedTests, testResults }): Report => {
    const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
      const tests = assertionResults.filter((test) => test.status === 'failed');
      if (tests.length === 0) return status === 'failed' ? [failure(name, message)] : [];
      return tests.map((test) => failure(`${name} › ${test.fullName.trim()}`, test.failureMessages?.[0]));
    });
    // Counts each file that was not loaded, which the reporter's number of tests leaves out.
    return { passed: numPassedTests, failed: Math.max(numFailedTests, failures.length), failures };
  });

type Suite = {
  readonly title: string;
  readonly suites?: readonly Suite[] | undefined;
  readonly specs: readonly {
    readonly title: string;
    readonly ok: boolean;
    readonly tests: readonly {
      readonly results: readonly { readonly error?: { readonly message?: string | undefined } | undefined }[];
    }[];
  }[];
};

const suite: z.ZodType<Suite> = z.object({
  title: z.string(),
  get suites() {
    return z.array(suite).optional();
  },
  specs: z.array(
    z.object({
      title: z.string(),
      ok: z.boolean(),
      tests: z.array(
        z.object({
          results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })),
        }),
      ),
    }),
  ),
});

function failedSpecs({ title, suites = [], specs }: Suite): readonly string[] {
  const failed = specs
    .filter(({ ok }) => !ok)
    .map((spec) => {
      const messages = spec.tests.flatMap(({ results }) => results.map(({ error }) => error?.message));
      return failure(`${title} › ${spec.title}`, messages.find(Boolean));
    });
  return [...failed, ...suites.flatMap(failedSpecs)];
}

/** Playwright's `json` reporter. */
export const browserReport = z
  .object({
    stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
    suites: z.array(suite),
  })
  .transform(
    ({ stats, suites }): Report => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      failures: suites.flatMap(failedSpecs),
    }),
  );
