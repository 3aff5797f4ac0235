import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  daysIn,
  deliveredShare,
  isFew,
  isRange,
  noPresses,
  periodsOf,
  rangeOf,
  startOf,
} from './model.ts';
import { MAX_DAYS, type Step, steps } from './schema.ts';

const TODAY = '2026-11-23';

const ranged = ({ from, to }: { from?: string; to?: string }) => rangeOf({ from, to }, TODAY);

const day = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const range = fc
  .tuple(day, fc.integer({ min: 0, max: MAX_DAYS - 1 }))
  .map(([from, days]) => ({ from, to: addDays(from, days) }))
  .filter(({ to }) => to.length === 10);
const step = fc.constantFrom<Step>(...steps);

describe('a range', () => {
  test.each([
    ['the last 30 days, today among them', {}, { from: '2026-10-25', to: TODAY }],
    ['from a day on', { from: '2026-11-01' }, { from: '2026-11-01', to: TODAY }],
    [
      'from long ago, as far as a report goes',
      { from: '2020-01-01' },
      { from: '2020-01-01', to: '2020-12-31' },
    ],
    ['up to a day', { to: '2026-03-01' }, { from: '2026-01-31', to: '2026-03-01' }],
    ['one day', { from: '2026-03-01', to: '2026-03-01' }, { from: '2026-03-01', to: '2026-03-01' }],
  ])('is %s', (_, asked, expected) => {
    expect(ranged(asked)).toEqual(expected);
  });

  test.each([
    ['ends before it begins', { from: '2026-03-02', to: '2026-03-01' }],
    ['begins tomorrow and has no end', { from: '2026-11-24' }],
    ['is longer than a report', { from: '2025-01-01', to: '2026-11-01' }],
  ])('that %s is refused', (_, asked) => {
    const refused = ranged(asked);
    expect(isRange(refused)).toBe(false);
    expect(refused.to).toMatch(/^Choose/);
  });

  test('is never longer than a report, whatever is asked', () => {
    fc.assert(
      fc.property(fc.option(day, { nil: undefined }), fc.option(day, { nil: undefined }), (from, to) => {
        const found = rangeOf({ from, to }, TODAY);
        if (isRange(found)) expect(daysIn(found)).toBeGreaterThan(0);
        if (isRange(found)) expect(daysIn(found)).toBeLessThanOrEqual(MAX_DAYS);
      }),
    );
  });
});

describe('periods', () => {
  test('cover every day of the range once, in order', () => {
    fc.assert(
      fc.property(range, step, (days, by) => {
        const periods = periodsOf(days, by, TODAY);
        expect(periods[0]?.from).toBe(days.from);
        expect(periods.at(-1)?.to).toBe(days.to);
        for (const [index, period] of periods.entries()) {
          const next = periods[index + 1];
          if (next) expect(next.from).toBe(addDays(period.to, 1));
          expect(startOf(period.from, by)).toBe(period.key);
          expect(startOf(period.to, by)).toBe(period.key);
        }
      }),
    );
  });

  test('say when they are cut, or not over yet', () => {
    expect(periodsOf({ from: '2026-11-04', to: TODAY }, 'week', TODAY)).toEqual([
      { key: '2026-11-02', from: '2026-11-04', to: '2026-11-08', isWhole: false },
      { key: '2026-11-09', from: '2026-11-09', to: '2026-11-15', isWhole: true },
      { key: '2026-11-16', from: '2026-11-16', to: '2026-11-22', isWhole: true },
      { key: '2026-11-23', from: '2026-11-23', to: '2026-11-23', isWhole: false },
    ]);
    expect(periodsOf({ from: '2024-02-01', to: '2024-03-30' }, 'month', TODAY)).toMatchObject([
      { key: '2024-02-01', to: '2024-02-29', isWhole: true },
      { key: '2024-03-01', to: '2024-03-30', isWhole: false },
    ]);
    expect(periodsOf({ from: TODAY, to: TODAY }, 'day', TODAY)).toMatchObject([{ isWhole: false }]);
  });
});

test('few are one to four', () => {
  expect([0, 1, 4, 5, 100].map(isFew)).toEqual([false, true, true, false, false]);
});

test('the share delivered counts neither what was taken back nor what is on its way', () => {
  const states = { delivered: 9, rejected: 1, expired: 0, withdrawn: 50, recorded: 3 };
  expect(deliveredShare({ ...noPresses(), states })).toBe(0.9);
  expect(deliveredShare(noPresses())).toBeNull();
});
