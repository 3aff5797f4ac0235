import { describe, expect, test } from 'vitest';
import { median, medianReading, type Reading, readReport } from './reading.ts';

const URL_ASKED = 'http://localhost:3000/panic';

/** The parts of a report that are read, as Lighthouse 13 writes them. */
function reportOf(changes: Readonly<Record<string, unknown>> = {}): string {
  const audits = {
    'total-blocking-time': { score: 0.9, numericValue: 201.5 },
    'largest-contentful-paint': { score: 0.9, numericValue: 2_105.25 },
    'resource-summary': {
      score: null,
      details: {
        type: 'table',
        items: [
          { resourceType: 'total', transferSize: 400_000 },
          { resourceType: 'script', transferSize: 204_800 },
        ],
      },
    },
    'color-contrast': { score: 0 },
    'image-alt': { score: null },
    'errors-in-console': { score: 1 },
    'csp-xss': { score: 0 },
  };
  const refs = (...ids: string[]) => ids.map((id) => ({ id, weight: id === 'csp-xss' ? 0 : 1 }));
  return JSON.stringify({
    finalDisplayedUrl: URL_ASKED,
    categories: {
      performance: { score: 0.57, auditRefs: refs('total-blocking-time') },
      accessibility: { score: 0.96, auditRefs: refs('color-contrast', 'image-alt') },
      'best-practices': { score: 1, auditRefs: refs('errors-in-console', 'csp-xss') },
    },
    audits,
    ...changes,
  });
}

describe('a report of Lighthouse', () => {
  test('is read in points, milliseconds and kilobytes, with the audits that cost points', () => {
    expect(readReport(reportOf(), URL_ASKED)).toEqual({
      performance: 57,
      accessibility: 96,
      bestPractices: 100,
      blockingMs: 201.5,
      paintedMs: 2_105.25,
      scriptKb: 200,
      failed: ['color-contrast'],
    });
  });

  test('of another page than the one asked for is no reading', () => {
    const elsewhere = reportOf({ finalDisplayedUrl: 'http://localhost:3000/sign-in' });
    expect(() => readReport(elsewhere, URL_ASKED)).toThrow(/led to .*\/sign-in/);
  });

  test('of a page that did not load is no reading, and says why', () => {
    const broken = { runtimeError: { message: 'NO_FCP' }, audits: {} };
    expect(() => readReport(reportOf(broken), URL_ASKED)).toThrow(/NO_FCP/);
  });

  test('without a score is no reading', () => {
    const unscored = { categories: { performance: { score: null, auditRefs: [] } } };
    expect(() => readReport(reportOf(unscored), URL_ASKED)).toThrow();
  });
});

describe('the median', () => {
  test('is the middle one, or between the two middle ones', () => {
    expect(median([30, 10, 20])).toBe(20);
    expect(median([7])).toBe(7);
    expect(median([1, 2, 4, 100])).toBe(3);
    expect(median([])).toBeNaN();
  });

  test('of readings is each figure’s own, with all audits that ever failed', () => {
    const reading: Reading = readReport(reportOf(), URL_ASKED);
    const middle = medianReading([
      { ...reading, performance: 90, blockingMs: 300, failed: [] },
      { ...reading, performance: 80, blockingMs: 100 },
      { ...reading, performance: 100, blockingMs: 200 },
    ]);
    expect(middle).toEqual({ ...reading, performance: 90, blockingMs: 200, failed: ['color-contrast'] });
  });
});
