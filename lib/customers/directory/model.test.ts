import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchKey } from '#lib/platform/typed-text.ts';
import { confirms, DAY_MS, endOfDay, lookupsFor } from './model.ts';
import { privateFacts } from './private-model.ts';

test('a last day ends within itself', () => {
  expect(endOfDay('2026-02-28').toISOString()).toBe('2026-02-28T23:59:59.000Z');
  expect(endOfDay('2026-02-28').getTime() % DAY_MS).toBeGreaterThan(0);
});

describe('a search', () => {
  const mobile = '+27821234567';
  test.each([
    '+27821234567',
    '+27 82 123 4567',
    '082 123 4567',
    '0821234567',
    '0027821234567',
    '(082) 123-4567',
    '082.123.4567',
    '27821234567',
    '821234567',
    '٠٨٢ ١٢٣ ٤٥٦٧',
    '०८२१२३४५६७',
    '\u202a+27 82\u00a0123\u20114567\u202c',
  ])('finds a mobile that is spelled %s', (typed) => {
    expect(lookupsFor(typed)).toContainEqual({ by: 'mobile', mobile });
  });

  test('reads a number as a mobile, and a short one as a customer’s, too', () => {
    expect(lookupsFor('082 123')).toEqual([{ by: 'mobile', mobile: '+2782123' }]);
    expect(lookupsFor('100007')).toContainEqual({ by: 'customer', customerId: 100_007 });
    expect(lookupsFor(' ')).toEqual([{ by: 'newest' }]);
  });

  test('takes a name in either order, with or without capitals, accents and a comma', () => {
    expect(lookupsFor('ZOË,  Nko')).toEqual([
      { by: 'surname', prefix: 'zoe nko' },
      { by: 'name', prefix: 'zoe nko' },
    ]);
  });

  test('of anything at all gives lookups, and none with an empty start', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (typed) => {
        for (const lookup of lookupsFor(typed)) {
          if ('prefix' in lookup) expect(lookup.prefix).not.toBe('');
        }
      }),
    );
  });
});

test('a key keeps its order of letters and never gets a capital or an accent', () => {
  expect(searchKey('ÉLODIE Müller Ñandú')).toBe('elodie muller nandu');
  expect(searchKey('ΟΔΟΣ')).toBe('οδοσ');
});

test('a typed surname confirms only itself', () => {
  expect(confirms(' nkosi ', 'Nkosi')).toBe(true);
  expect(confirms('Van der  Merwe', 'van der Merwe')).toBe(true);
  expect(confirms('', '')).toBe(false);
  expect(confirms('Nkos', 'Nkosi')).toBe(false);
});

test('a private profile never shows the duress code, but shows unknown fields', () => {
  const shown = privateFacts({
    duressCode: 'tangerine',
    allergies: 'Bees',
    medicalAidPlan: 'Gold',
    hasMedicalAid: 'false',
    customerSourceId: '4',
  });
  expect(JSON.stringify(shown)).not.toContain('tangerine');
  expect(shown.map(({ term, detail }) => `${term}: ${detail}`)).toEqual([
    'Allergies: Bees',
    'Has medical aid: No',
    'Duress code: Set at AURA; never shown',
    'medicalAidPlan: Gold',
  ]);
});
