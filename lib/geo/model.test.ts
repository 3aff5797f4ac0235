import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixSources } from '#lib/vocabulary.ts';
import { betterFix, type Fix, mayBeElsewhere } from './model.ts';

const instant = fc.date({
  min: new Date('2026-01-01T00:00:00Z'),
  max: new Date('2027-01-01T00:00:00Z'),
  noInvalidDate: true,
});

describe('the better of two positions', () => {
  const fix: fc.Arbitrary<Fix> = fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    accuracyM: fc.option(fc.double({ min: 0, max: 5_000, noNaN: true })),
    fixedAt: fc.option(instant),
    measuredAt: fc.option(instant),
    fixSource: fc.option(fc.constantFrom(...fixSources)),
  });
  const worth: Fix['fixSource'][] = [null, 'saved', 'last_known', 'manual', 'recent', 'live'];

  test('is one of the two, and never of a worse kind than either', () => {
    fc.assert(
      fc.property(fix, fix, (known, next) => {
        const better = betterFix(known, next);
        expect([known, next]).toContain(better);
        const best = Math.max(worth.indexOf(known.fixSource), worth.indexOf(next.fixSource));
        expect(worth.indexOf(better.fixSource)).toBe(best);
      }),
    );
  });

  test('does not depend on their order, unless they are equal', () => {
    fc.assert(
      fc.property(fix, fix, (a, b) => {
        const isTie = a.fixSource === b.fixSource && a.accuracyM === b.accuracyM;
        if (!isTie) expect(betterFix(a, b)).toBe(betterFix(b, a));
      }),
    );
  });

  test('of one kind is the later, and of one moment the more accurate', () => {
    const at = (seconds: number, accuracyM: number): Fix => ({
      latitude: 0,
      longitude: 0,
      accuracyM,
      fixedAt: new Date(Date.UTC(2026, 10, 23) + seconds * 1_000),
      measuredAt: null,
      fixSource: 'live',
    });
    const [early, late, coarse] = [at(0, 10), at(60, 500), at(5, 3_000)];
    expect(betterFix(early, late)).toBe(late);
    expect(betterFix(early, coarse)).toBe(early);
    expect(betterFix(coarse, early)).toBe(early);
  });
});

test('a callout may stand elsewhere than a press when AURA says so, or says nothing after several attempts', () => {
  const fix = { latitude: -26.1, longitude: 28.05, accuracyM: 10, fixedAt: null, measuredAt: null };
  const live: Fix = { ...fix, fixSource: 'live' };
  const there = { latitude: -26.1, longitude: 28.05 };
  expect(mayBeElsewhere(live, there, false)).toBe(false);
  expect(mayBeElsewhere(live, { ...there, latitude: -26.10004 }, false)).toBe(false);
  expect(mayBeElsewhere(live, { ...there, longitude: 28.06 }, true)).toBe(true);
  expect(mayBeElsewhere(live, null, true)).toBe(false);
  expect(mayBeElsewhere(live, null, false)).toBe(true);
  expect(mayBeElsewhere({ ...fix, fixSource: 'saved' }, { ...there, longitude: 20 }, true)).toBe(false);
});
