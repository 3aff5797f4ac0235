import { expect, it } from 'vitest';
import type { PositionProblem, Sought, SoughtFix } from '#components/panic/position-seeker.ts';
import { positionWords } from '#components/panic/position-words.ts';
import { translateInto } from '#lib/languages/catalogue.ts';

const inEnglish = (sought: Sought, atMs: number, hasSavedAddress: boolean) =>
  positionWords(sought, atMs, hasSavedAddress, translateInto('en'));

const AT = Date.parse('2026-11-23T10:00:00.000Z');
const FIX: SoughtFix = {
  latitude: 0,
  longitude: 0,
  accuracy: 20,
  fixedAt: '2026-11-23T10:00:00.000Z',
  source: 'live',
};
const LAST_KNOWN: SoughtFix = { ...FIX, source: 'last_known', fixedAt: '2026-11-23T07:00:00.000Z' };
const PROBLEMS: readonly PositionProblem[] = ['denied', 'timeout', 'unavailable', 'silent'];

it('says nothing about a good position', () => {
  expect(inEnglish({ fix: FIX }, AT, false)).toBeUndefined();
  expect(inEnglish({ fix: { ...FIX, accuracy: 1_000 } }, AT, false)).toBeUndefined();
});

it('says how coarse it is from one kilometre on', () => {
  expect(inEnglish({ fix: { ...FIX, accuracy: 3_200 } }, AT, false)).toContain('about 3 km');
});

it('says how old the last known position is, and why there is no newer one', () => {
  expect(inEnglish({ fix: LAST_KNOWN, problem: 'denied' }, AT, true)).toMatch(/Location is off.*3 h ago/);
});

it('has different words for each reason, and says in all of them what to do', () => {
  const words = PROBLEMS.map((problem) => inEnglish({ problem }, AT, false));
  expect(new Set(words).size).toBe(PROBLEMS.length);
  for (const text of words) expect(text).toContain('say where you are');
});

it('names the saved address only where there is one', () => {
  expect(inEnglish({ problem: 'timeout' }, AT, true)).toContain('saved address');
  expect(inEnglish({ problem: 'timeout' }, AT, false)).not.toContain('saved address');
});
