import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareWithList,
  conversationIntervalMs,
  type Followed,
  HEAVIEST,
  MAX_PAUSE_MS,
  QUICK_MS,
  readAtOnce,
  readInTurn,
  readsPerSecond,
  roundIntervalMs,
  SLOW_MS,
  unreadSince,
} from '#lib/callouts/follow-model.ts';

const now = new Date('2026-11-23T10:00:00Z');

const followed = fc.record({
  detailAt: fc.option(
    fc.integer({ min: 0, max: 600_000 }).map((age) => new Date(now.getTime() - age)),
    { nil: null },
  ),
  isWatched: fc.boolean(),
  isDoubtful: fc.boolean(),
});
const open = fc
  .array(followed, { maxLength: 60 })
  .map((rows): Followed[] => rows.map((row, index) => ({ id: index + 1, ...row })));

test('rounds come every 5 s while it matters, else every 20 s, and rarer while AURA does not answer', () => {
  expect(roundIntervalMs(true, 0)).toBe(QUICK_MS);
  expect(roundIntervalMs(false, 0)).toBe(SLOW_MS);
  fc.assert(
    fc.property(fc.boolean(), fc.nat(), (isQuick, failed) => {
      expect(roundIntervalMs(isQuick, failed + 1)).toBeGreaterThanOrEqual(roundIntervalMs(isQuick, failed));
      expect(roundIntervalMs(isQuick, failed)).toBeLessThanOrEqual(MAX_PAUSE_MS);
    }),
  );
});

test('single reads in turn: each once, not too early, and within the rate', () => {
  fc.assert(
    fc.property(open, fc.integer({ min: -5, max: 40 }), (rows, most) => {
      const ids = readInTurn(rows, now, QUICK_MS, most);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeLessThanOrEqual(Math.max(0, most));
      for (const { detailAt } of rows.filter(({ id }) => ids.includes(id))) {
        expect(now.getTime() - (detailAt ?? now).getTime()).toBeGreaterThanOrEqual(QUICK_MS);
      }
    }),
  );
});

test('what changed is read at once, and nothing else is', () => {
  fc.assert(
    fc.property(open, (rows) => {
      const changed = rows.filter(({ detailAt }) => detailAt === null).map(({ id }) => id);
      expect(readAtOnce(rows)).toEqual(changed.slice(0, 50));
    }),
  );
});

test('how many are read does not depend on who watches', () => {
  fc.assert(
    fc.property(open, fc.boolean(), fc.nat({ max: 40 }), (rows, isWatched, most) => {
      const others = rows.map((row) => ({ ...row, isWatched }));
      const count = (some: Followed[]) => readInTurn(some, now, QUICK_MS, most).length;
      expect(count(others)).toBe(count(rows));
    }),
  );
});

/** The longest wait of each, in rounds of `most` reads. */
function longestWaits(rows: readonly Followed[], most: number, rounds: number): number[] {
  const last = rows.map(() => 0);
  const longest = rows.map(() => 0);
  for (let round = 1; round <= rounds; round += 1) {
    const at = new Date(now.getTime() + round * QUICK_MS);
    const present = rows.map((row, index) => ({
      ...row,
      detailAt: new Date(now.getTime() + (last[index] ?? 0) * QUICK_MS),
    }));
    for (const id of readInTurn(present, at, QUICK_MS, most)) last[id - 1] = round;
    for (const index of rows.keys()) {
      longest[index] = Math.max(longest[index] ?? 0, round - (last[index] ?? 0));
    }
  }
  return longest;
}

test('no callout starves, however many others are watched or doubtful', () => {
  fc.assert(
    fc.property(open, fc.integer({ min: 1, max: 20 }), (rows, most) => {
      const bound = HEAVIEST * Math.ceil(rows.length / most) + 1;
      for (const waited of longestWaits(rows, most, 2 * bound)) expect(waited).toBeLessThanOrEqual(bound);
    }),
    { numRuns: 30 },
  );
});

test('a watched callout waits less than an unwatched one', () => {
  const rows = Array.from({ length: 60 }, (_, index): Followed => {
    return { id: index + 1, detailAt: null, isWatched: index < 25, isDoubtful: false };
  });
  const waits = longestWaits(rows, 10, 100);
  expect(Math.max(...waits.slice(0, 25))).toBeLessThan(Math.min(...waits.slice(25)));
  expect(Math.max(...waits)).toBeLessThanOrEqual(4 * 6 + 1);
});

describe('the budget', () => {
  test('is shared out in proportion, with a part for what has a cause', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 100_000 }), fc.integer({ min: 1, max: 50 }), (calls, aRound) => {
        const talksAMinute = (aRound * 60_000) / conversationIntervalMs(calls, aRound);
        expect(readsPerSecond(calls) * 60 + talksAMinute).toBeLessThanOrEqual(0.8 * calls + 1e-6);
      }),
    );
    expect(readsPerSecond(600)).toBe(6);
    expect(conversationIntervalMs(600, 10)).toBe(5_000);
  });

  test('of conversations, every third round is for those left out for long', () => {
    const agoOf = (round: number) => now.getTime() - unreadSince(round, 5_000, now).getTime();
    expect([0, 1, 2, 3, 4, 5].map(agoOf)).toEqual([2_500, 2_500, 300_000, 2_500, 2_500, 300_000]);
  });
});

test.each([
  ['as the callout reads', 'created', null, 'created', 'same'],
  ['in its own words, as before', 'Owned', 'OWNED', 'OWNED', 'same'],
  ['otherwise than before', 'Owned', 'OWNED', 'DISPATCHED', 'changed'],
  ['without a text, for the first time', 'created', null, null, 'changed'],
  ['without a text, again', 'created', '', null, 'same'],
  ['not any more', 'created', 'created', undefined, 'absent'],
  ['and never was', 'created', null, undefined, 'absent'],
] as const)('a callout that is listed %s', (_how, rawStatus, listedStatus, status, kind) => {
  const list = new Map(status === undefined ? [] : [[1, { rawStatus: status }]]);
  const { same, changed, absent } = compareWithList([{ id: 1, rawStatus, listedStatus }], list);
  const kinds = { same, changed: changed.map(({ id }) => id), absent };
  expect(Object.entries(kinds).filter(([, ids]) => ids.length > 0)).toEqual([[kind, [1]]]);
});
