import { describe, expect, test } from 'vitest';
import { browserReport, unitReport } from './reports.ts';

describe('the report of a runner', () => {
  test('names a failed unit test, its file and the first line of its error', () => {
    const report = unitReport.parse({
      numPassedTests: 1,
      numFailedTests: 1,
      testResults: [
        {
          name: 'lib/a.test.ts',
          status: 'failed',
          assertionResults: [
            { status: 'passed', fullName: 'a passes', failureMessages: [] },
            {
              status: 'failed',
              fullName: ' a fails',
              failureMessages: ['\u001b[31mExpected 1\u001b[39m\n at a.ts'],
            },
          ],
        },
      ],
    });
    expect(report).toEqual({ passed: 1, failed: 1, failures: ['lib/a.test.ts › a fails: Expected 1'] });
  });

  test('counts and names a file that could not be loaded', () => {
    const report = unitReport.parse({
      numPassedTests: 0,
      numFailedTests: 0,
      testResults: [
        { name: 'lib/b.test.ts', status: 'failed', message: 'No such module\nat b', assertionResults: [] },
      ],
    });
    expect(report).toEqual({ passed: 0, failed: 1, failures: ['lib/b.test.ts: No such module'] });
  });

  test('names a failed journey at any depth', () => {
    const spec = (title: string, ok: boolean, message?: string) => ({
      title,
      ok,
      tests: [{ results: [message ? { error: { message } } : {}] }],
    });
    const report = browserReport.parse({
      stats: { expected: 1, unexpected: 1, flaky: 0 },
      suites: [
        {
          title: 'panic.spec.ts',
          specs: [spec('passes', true)],
          suites: [{ title: 'offline', specs: [spec('fails', false, 'Timed out\nCall log')] }],
        },
      ],
    });
    expect(report).toEqual({ passed: 1, failed: 1, failures: ['offline › fails: Timed out'] });
  });
});
