import fc from 'fast-check';
import { expect, test } from 'vitest';
import { positionNote } from '#lib/panic/note-model.ts';
import { fixSources } from '#lib/panic/schema.ts';

const AT = new Date('2026-11-23T10:00:00Z');
const ago = (seconds: number) => new Date(AT.getTime() - seconds * 1_000);
const PRESSED = { pressedAt: AT, receivedAt: AT };

type Source = (typeof fixSources)[number];
const fix = (fixSource: Source | null, seconds: number | null, accuracyM: number | null = 12) => ({
  latitude: -26.1,
  longitude: 28.05,
  accuracyM,
  fixedAt: seconds === null ? null : ago(seconds),
  fixSource,
});

test.each([
  ['live', fix('live', 0)],
  ['recent', fix('recent', 30)],
] as const)('a %s position that names a place needs no words', (_source, position) => {
  expect(positionNote(position, PRESSED, AT)).toBeNull();
});

test.each([
  ['recent, older than 30 s', fix('recent', 31), /on the device\. Accuracy: 12 m\. Measured 31 s before/],
  ['last known', fix('last_known', 3_600), /last that the device knew.*Measured 60 min before/],
  ['saved', fix('saved', 90_000, null), /address that the person saved\. Ask/],
  ['typed', fix('manual', 0), /typed by hand/],
  ['an area', fix('live', 0, 3_000), /area only: accuracy 3\.0 km/],
  [
    'of unknown age and accuracy',
    fix('last_known', null, null),
    /is not known\. When it was measured is not known/,
  ],
])('%s', (_what, position, words) => {
  expect(positionNote(position, PRESSED, AT)).toMatch(words);
});

test('a live position of a press that waited with us is told with its age', () => {
  const waited = { pressedAt: ago(240), receivedAt: ago(240) };
  expect(positionNote(fix('live', 240), waited, AT)).toMatch(/Measured 4 min before/);
});

test('the age does not depend on what the device believes the time to be', () => {
  const anyFix = fc.record({
    source: fc.constantFrom(...fixSources),
    seconds: fc.integer({ min: 0, max: 100_000 }),
    accuracy: fc.option(fc.double({ min: 0, max: 10_000, noNaN: true })),
  });
  fc.assert(
    fc.property(anyFix, fc.integer({ min: -1e9, max: 1e9 }), ({ source, seconds, accuracy }, skewMs) => {
      const position = fix(source, seconds, accuracy);

      const asGiven = positionNote(position, PRESSED, AT);
      const onWrongClock = positionNote(
        { ...position, fixedAt: new Date(ago(seconds).getTime() + skewMs) },
        { pressedAt: new Date(AT.getTime() + skewMs), receivedAt: AT },
        AT,
      );
      expect(onWrongClock).toBe(asGiven);
    }),
  );
});
