import { describe, expect, test } from 'vitest';
import { isWithin, judge, tableOf } from './judge.ts';
import type { Reading } from './reading.ts';

const BARE: Reading = {
  performance: 98,
  accessibility: 100,
  bestPractices: 100,
  blockingMs: 200,
  paintedMs: 1_000,
  scriptKb: 135,
  failed: [],
};

/** The judged table of one page that differs from the bare one by these. */
const judged = (changes: Partial<Reading>, lacking: readonly string[] = []) =>
  judge(BARE, [{ name: '/panic', reading: { ...BARE, ...changes }, lacking }]);

describe('a page beside the bare one', () => {
  test.each<[string, Partial<Reading>, Partial<Reading>]>([
    ['performance', { performance: 94 }, { performance: 93 }],
    ['blocking time', { blockingMs: 260 }, { blockingMs: 261 }],
    ['largest paint', { paintedMs: 1_600 }, { paintedMs: 1_601 }],
    ['accessibility', { accessibility: 100 }, { accessibility: 99 }],
    ['best practices', { bestPractices: 100 }, { bestPractices: 99 }],
  ])('holds or misses its aim of %s', (_, held, missed) => {
    expect(isWithin(judged(held))).toBe(true);
    const rows = judged(missed);
    expect(isWithin(rows)).toBe(false);
    expect(rows.filter((row) => !isWithin([row]))).toHaveLength(1);
  });

  test('has no aim for its scripts, which a journey counts', () => {
    expect(isWithin(judged({ scriptKb: 900 }))).toBe(true);
  });

  test('misses when it cannot be installed', () => {
    expect(isWithin(judged({}, ['display']))).toBe(false);
  });

  test('is not judged by what the bare page lacks', () => {
    const rows = judge({ ...BARE, accessibility: 90 }, [{ name: '/', reading: BARE, lacking: [] }]);
    expect(isWithin(rows)).toBe(true);
  });
});

test('the table has a column for each page and a verdict for each aim', () => {
  const page = { name: '/panic', reading: { ...BARE, blockingMs: 300 }, lacking: ['icon of 192', 'name'] };
  const lines = tableOf([page], judge(BARE, [page])).split('\n');
  expect(lines[0]).toBe('|  | bare page | `/panic` |');
  expect(lines[1]).toBe('| --- | --- | --- |');
  expect(lines).toContain('| performance (at most 4 below the bare page’s) | 98 | 98 ✓ |');
  expect(lines).toContain('| total blocking time in ms (at most 1.3 times the bare page’s) | 200 | 300 ✗ |');
  expect(lines).toContain('| JavaScript in KB, compressed | 135 | 135 |');
  expect(lines.at(-1)).toMatch(/\|\s+\| lacks icon of 192, name ✗ \|$/);
});
