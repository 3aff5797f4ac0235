import { describe, expect, test } from 'vitest';
import {
  casesText,
  countsInWords,
  periodText,
  scaleText,
  shareText,
  spreadText,
  tookText,
} from './report-words.ts';

const period = { key: '2026-11-02', from: '2026-11-02', to: '2026-11-08', isWhole: true };

test.each([
  [420, '0.4 s'],
  [9_949, '9.9 s'],
  [28_400, '28 s'],
  [631_000, '10 min 31 s'],
])('%i ms are %s', (ms, words) => {
  expect(tookText(ms)).toBe(words);
});

test('on a scale, round times are said without their noughts', () => {
  expect([500, 5_000, 30_000, 150_000, 1_800_000, 3_600_000].map(scaleText)).toEqual([
    '0.5 s',
    '5 s',
    '30 s',
    '2 min 30 s',
    '30 min',
    '1 h',
  ]);
});

test('few cases are said to be few, and none to be none', () => {
  expect([0, 1, 4, 5, 1_200].map(casesText)).toEqual([
    'no cases',
    'only 1 case',
    'only 4 cases',
    '5 cases',
    '1,200 cases',
  ]);
  expect(spreadText({ cases: 0, p50Ms: null, p90Ms: null })).toBe('no cases');
  expect(shareText(null)).toBe('–');
});

describe('a period', () => {
  test('says its days', () => {
    expect(periodText(period, 'week', '2026-11-23')).toBe('2026-11-02 – 2026-11-08');
    expect(
      periodText(
        { ...period, key: '2026-11-01', from: '2026-11-01', to: '2026-11-30' },
        'month',
        '2026-12-23',
      ),
    ).toBe('2026-11');
  });

  test('says when it is cut, and when it is not over', () => {
    const cut = { ...period, isWhole: false };
    expect(periodText(cut, 'week', '2026-11-23')).toBe('2026-11-02 – 2026-11-08 (in part)');
    expect(periodText({ ...cut, to: '2026-11-05' }, 'week', '2026-11-05')).toBe(
      '2026-11-02 – 2026-11-05 (so far)',
    );
  });
});

test('counts are summed up in one sentence', () => {
  const counts = [
    { period, value: 2 },
    { period: { ...period, from: '2026-11-09' }, value: 5 },
  ];
  expect(countsInWords('Real', counts, 'week')).toBe('Real: 7 in all; most, 5, in the week of 2026-11-09.');
  expect(countsInWords('TEST', [{ period, value: 0 }], 'week')).toBe('TEST: none.');
});
