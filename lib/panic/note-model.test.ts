import { expect, test } from 'vitest';
import { movedNote, positionNote } from '#lib/panic/note-model.ts';
import type { fixSources } from '#lib/vocabulary.ts';

const AT = new Date('2026-11-23T10:00:00Z');
const ago = (seconds: number) => new Date(AT.getTime() - seconds * 1_000);

type Source = (typeof fixSources)[number];
const fix = (fixSource: Source | null, seconds: number | null, accuracyM: number | null = 12) => ({
  latitude: -26.1,
  longitude: 28.05,
  accuracyM,
  fixedAt: seconds === null ? null : ago(seconds),
  measuredAt: seconds === null ? null : ago(seconds),
  fixSource,
});

test.each([
  ['live', fix('live', 0)],
  ['recent', fix('recent', 30)],
] as const)('a %s position that names a place needs no words', (_source, position) => {
  expect(positionNote(position, AT)).toBeNull();
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
  expect(positionNote(position, AT)).toMatch(words);
});

test('the note about a live position of a delayed press has its age', () => {
  expect(positionNote(fix('live', 240), AT)).toMatch(/Measured 4 min before/);
});

test('a better position gets a note where the one before had one, in its own words', () => {
  const live = fix('live', 0);
  expect(movedNote(fix('saved', 90_000, null), live, AT)).toMatch(
    /better position since.*moved there\. Accuracy: 12 m\.$/,
  );
  expect(movedNote(fix('saved', 90_000, null), fix('last_known', 600), AT)).toMatch(
    /moved there\. .*Measured 10 min/,
  );
  expect(movedNote(fix('live', 0, 300), live, AT)).toBeNull();
});
