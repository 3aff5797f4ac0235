import { pgTable, uuid } from 'drizzle-orm/pg-core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOf } from '#lib/geo/kept-place.ts';
import { seal } from '#lib/platform/secret-box.ts';
import { openedOrNull, openedWords, UNOPENED } from '#lib/platform/unopened.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { sealedAnew, sealedJson, sealedText } from './sealed.ts';
import { openPlace, sealedPlace } from './sealed-place.ts';

const diary = pgTable('diary', {
  id: uuid('id'),
  words: sealedText('words', 'note'),
  other: sealedText('other', 'message'),
  parts: sealedJson('parts', 'report'),
  place: sealedPlace('place'),
});
const { words, other, parts, place } = diary;

const stored = (column: typeof words | typeof other, text: string) => String(column.mapToDriverValue(text));

test('what a column seals opens to the same, and is not in what the database gets', () => {
  const text = fc.string({ unit: 'binary', maxLength: 200 }).filter((each) => each.isWellFormed());
  fc.assert(
    fc.property(text, (each) => {
      expect(words.mapFromDriverValue(stored(words, each))).toBe(each);
    }),
  );
  expect(
    Buffer.from(stored(words, 'She hides in the shed').slice(3), 'base64url').toString('latin1'),
  ).not.toContain('shed');
  expect(stored(words, 'the same')).not.toBe(stored(words, 'the same'));
  const json = fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()));
  fc.assert(
    fc.property(json, (each) => {
      const again: unknown = JSON.parse(JSON.stringify(each));
      expect(parts.mapFromDriverValue(String(parts.mapToDriverValue(each)))).toEqual(again);
    }),
    { examples: [[JSON.parse('{"__proto__": 1, "and": 2}')]] },
  );
});

test('a place opens to the same place', () => {
  const anywhere = fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    accuracyM: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })),
  });
  fc.assert(
    fc.property(anywhere, (each) => {
      const opened = openPlace(String(place.mapToDriverValue(each)));
      // JSON knows one zero.
      expect(partsOf(opened)).toEqual(JSON.parse(JSON.stringify(each)));
    }),
  );
});

test('what was altered in any bit cannot be opened, and neither can another column’s', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.nat(), fc.nat(7), (text, at, bit) => {
      const bytes = Buffer.from(stored(words, text).slice(3), 'base64url');
      const index = at % bytes.length;
      bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
      expect(words.mapFromDriverValue(`s1.${bytes.toString('base64url')}`)).toBe(UNOPENED);
    }),
  );
  expect(words.mapFromDriverValue(stored(other, 'of a message'))).toBe(UNOPENED);
});

test('what cannot be opened is said to be so, counts as nothing, and is never sealed again', () => {
  expect(openedWords(UNOPENED)).toBe('Cannot be opened');
  expect(openedOrNull(UNOPENED)).toBeNull();
  expect(partsOf(UNOPENED)).toEqual({ latitude: null, longitude: null, accuracyM: null });
  for (const column of [words, parts, place])
    expect(() => column.mapToDriverValue(UNOPENED)).toThrow('sealed again');
  expect(parts.mapFromDriverValue('no JSON')).toBe(UNOPENED);
  expect(place.mapFromDriverValue('[91,0,null]')).toBe(UNOPENED);
});

test('what an earlier build stored as it was is read, and sealed anew', () => {
  for (const plain of ['Gate code 4', 's1.', seal('note', 'half'), '']) {
    expect(words.mapFromDriverValue(plain)).toBe(plain);
    const anew = sealedAnew(words, plain);
    expect(anew).toMatch(/^s1\./);
    expect(words.mapFromDriverValue(anew ?? '')).toBe(plain);
  }
  expect(partsOf(openPlace('[-26.1,28.05,null]'))).toEqual({
    latitude: -26.1,
    longitude: 28.05,
    accuracyM: null,
  });
});

test('with a new key first, the older one opens, and each value can be sealed anew once', () => {
  const [old, next] = [
    'the older key for tests of 32 bytes or more',
    'the newer key for tests of 32 bytes or more',
  ];
  testEnv({ SECRET_KEY: old });
  const before = stored(words, 'Gate code 4');
  testEnv({ SECRET_KEY: `${next}, ${old}` });
  expect(words.mapFromDriverValue(before)).toBe('Gate code 4');
  const anew = sealedAnew(words, before) ?? '';
  expect(anew).not.toBe(before);
  expect(sealedAnew(words, anew)).toBe(anew);
  testEnv({ SECRET_KEY: next });
  expect([words.mapFromDriverValue(anew), words.mapFromDriverValue(before)]).toEqual([
    'Gate code 4',
    UNOPENED,
  ]);
  expect(sealedAnew(words, before)).toBeNull();
});
