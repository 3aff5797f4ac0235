import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calloutBook, pressBook, typeName } from './assemble-model.ts';
import { noCallouts, noPresses } from './model.ts';

const period = fc.option(fc.constantFrom('2026-10-01', '2026-11-01', '2026-12-01'));
const typeId = fc.option(fc.option(fc.integer({ min: 1, max: 4 })), { nil: undefined });
const rows = fc.uniqueArray(
  fc.record({
    period,
    typeId,
    callouts: fc.nat({ max: 99 }).map((real) => ({ ...noCallouts(), real })),
  }),
  { selector: (row) => `${row.period} ${row.typeId}` },
);

test('what was counted is found by its period and type, and by no other', () => {
  fc.assert(
    fc.property(rows, period, typeId, (counted, wantedPeriod, wantedType) => {
      const book = calloutBook(counted);
      for (const row of counted) expect(book.about(row.period, row.typeId)).toBe(row.callouts);
      const isCounted = counted.some((row) => row.period === wantedPeriod && row.typeId === wantedType);
      if (!isCounted) expect(book.about(wantedPeriod, wantedType)).toEqual(noCallouts());
    }),
  );
});

test('of all types is not the same as of those that are not known', () => {
  const ofAll = { period: null, typeId: undefined, callouts: { ...noCallouts(), real: 7 } };
  const ofUnknown = { period: null, typeId: null, callouts: { ...noCallouts(), real: 2 } };
  const book = calloutBook([ofAll, ofUnknown]);
  expect([book.about(null).real, book.about(null, null).real]).toEqual([7, 2]);
});

test('types are listed once each, by their number, the unknown last', () => {
  fc.assert(
    fc.property(rows, (counted) => {
      const { typeIds } = calloutBook(counted);
      expect(new Set(typeIds).size).toBe(typeIds.length);
      expect(new Set(typeIds)).toEqual(
        new Set(counted.flatMap((row) => (row.typeId === undefined ? [] : [row.typeId]))),
      );
      const known = typeIds.filter((id) => id !== null);
      expect(known).toEqual(known.toSorted((one, other) => one - other));
      if (typeIds.includes(null)) expect(typeIds.at(-1)).toBeNull();
    }),
  );
});

test('presses of a period without any are none, and not those of the whole range', () => {
  const whole = { ...noPresses(), test: 3 };
  const presses = pressBook([{ period: null, presses: whole }]);
  expect(presses(null)).toBe(whole);
  expect(presses('2026-11-01')).toEqual(noPresses());
});

test('a type is called what AURA calls it, by its number when AURA has not said, and unknown when it has none', () => {
  const names = new Map([[1, 'Armed response']]);
  expect([typeName(1, names), typeName(2, names), typeName(null, names)]).toEqual([
    'Armed response',
    'Type 2',
    'Unknown',
  ]);
});
