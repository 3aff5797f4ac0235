import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '#lib/languages/catalogue.ts';
import { languageCodes } from '#lib/languages/languages.ts';
import { stages } from '#lib/vocabulary.ts';
import { isPushed, leftMs, outcomeOf, PUSH_TEXTS, retryMs, textOf } from './notice-model.ts';

const stage = fc.constantFrom(...stages);

describe('the words', () => {
  test.each(languageCodes)('in %s are short, and name neither product nor alarm nor number', (code) => {
    for (const key of PUSH_TEXTS) {
      const text = catalogue[code].texts[key];
      expect(text.length, text).toBeLessThanOrEqual(64);
      expect(text, key).not.toMatch(/vigil|aura|panic|alarm|al[âa]mo|ialam|tahadhari|إنذار|[{}\d]/i);
    }
  });

  test('are of every stage that somebody else made', () => {
    expect(stages.filter((each) => textOf({ about: 'stage', stage: each }) === null)).toEqual(['raised']);
    const all = stages.flatMap((each) => textOf({ about: 'stage', stage: each }) ?? []);
    expect(new Set([...all, textOf({ about: 'message', stage: null })])).toEqual(new Set(PUSH_TEXTS));
  });
});

test('a stage is pushed once, and what has ended does not end again', () => {
  fc.assert(
    fc.property(stage, stage, (before, after) => {
      const isEnd = after === 'closed' && ['completed', 'cancelled'].includes(before);
      expect(isPushed(before, after)).toBe(before !== after && after !== 'raised' && !isEnd);
    }),
  );
});

test('what is old is not shown: a stage for ten minutes, a message for fifteen', () => {
  expect([leftMs('stage', 0), leftMs('message', 0)]).toEqual([600_000, 900_000]);
  expect([leftMs('stage', 600_000), leftMs('message', 10_000_000)]).toEqual([0, 0]);
});

test('a push service is asked again as it asks for, and never without a pause', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (tries, random) => {
        const ms = retryMs(tries, random, null);
        expect(ms).toBeGreaterThanOrEqual(1_000);
        expect(ms).toBeLessThanOrEqual(60_000);
        expect(retryMs(tries, random, '120')).toBe(120_000);
        expect(retryMs(tries, random, 'Wed, 02 Dec 2026 07:00:00 GMT')).toBe(ms);
      },
    ),
  );
});

test.each([
  [201, 'taken'],
  [202, 'taken'],
  [404, 'gone'],
  [410, 'gone'],
  [429, 'later'],
  [500, 'later'],
  [503, 'later'],
  [301, 'refused'],
  [400, 'refused'],
  [403, 'refused'],
  [413, 'refused'],
])('%i means %s', (status, outcome) => {
  expect(outcomeOf(status)).toBe(outcome);
});
