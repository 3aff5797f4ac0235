import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compareWithList,
  type Followed,
  QUICK_MS,
  RAREST_MS,
  READS_A_ROUND,
  ROUTINE_READS_A_ROUND,
  readsOfRound,
  roundEveryMs,
  SLOW_MS,
} from '#lib/callouts/follow-model.ts';

const now = new Date('2026-11-23T10:00:00Z');

const followed = fc.record({
  detailAt: fc.option(
    fc.integer({ min: 0, max: 600_000 }).map((age) => new Date(now.getTime() - age)),
    { nil: null },
  ),
  isWatched: fc.boolean(),
});
const open = fc
  .array(followed, { maxLength: 60 })
  .map((rows): Followed[] => rows.map((row, index) => ({ id: index + 1, ...row })));

test('rounds come every 5 s while it matters, else every 20 s, and rarer while AURA does not answer', () => {
  expect(roundEveryMs(true, 0)).toBe(QUICK_MS);
  expect(roundEveryMs(false, 0)).toBe(SLOW_MS);
  fc.assert(
    fc.property(fc.boolean(), fc.nat(), (isQuick, failed) => {
      expect(roundEveryMs(isQuick, failed + 1)).toBeGreaterThanOrEqual(roundEveryMs(isQuick, failed));
      expect(roundEveryMs(isQuick, failed)).toBeLessThanOrEqual(RAREST_MS);
    }),
  );
});

test('a round reads no callout twice, none too early, and never more than its share', () => {
  fc.assert(
    fc.property(open, (rows) => {
      const ids = readsOfRound(rows, now, QUICK_MS);
      const read = rows.filter(({ id }) => ids.includes(id));
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeLessThanOrEqual(READS_A_ROUND);
      expect(read.filter(({ detailAt }) => detailAt).length).toBeLessThanOrEqual(ROUTINE_READS_A_ROUND);
      for (const { detailAt } of read) {
        expect(now.getTime() - (detailAt?.getTime() ?? 0)).toBeGreaterThanOrEqual(QUICK_MS);
      }
    }),
  );
});

test('what changed is read before anything else', () => {
  fc.assert(
    fc.property(open, (rows) => {
      const ids = readsOfRound(rows, now, QUICK_MS);
      const changed = rows.filter(({ detailAt }) => detailAt === null).map(({ id }) => id);
      const expected = changed.slice(0, READS_A_ROUND);
      expect(ids.slice(0, expected.length)).toEqual(expected);
    }),
  );
});

test('how many are read does not depend on who watches', () => {
  fc.assert(
    fc.property(open, fc.boolean(), (rows, isWatched) => {
      const others = rows.map((row) => ({ ...row, isWatched }));
      expect(readsOfRound(others, now, QUICK_MS)).toHaveLength(readsOfRound(rows, now, QUICK_MS).length);
    }),
  );
});

test('every open callout gets its turn', () => {
  let rows: Followed[] = Array.from({ length: 45 }, (_, id) => ({
    id,
    detailAt: new Date(now.getTime() - 60_000 - id),
    isWatched: false,
  }));
  const seen = new Set<number>();
  for (let round = 0; round < 5; round += 1) {
    const at = new Date(now.getTime() + round * QUICK_MS);
    const ids = readsOfRound(rows, at, QUICK_MS);
    for (const id of ids) seen.add(id);
    rows = rows.map((row) => (ids.includes(row.id) ? { ...row, detailAt: at } : row));
  }
  expect(seen.size).toBe(45);
});

test.each([
  ['as the callout reads', 'created', null, 'created', 'same'],
  ['in its own words, as before', 'Owned', 'OWNED', 'OWNED', 'same'],
  ['otherwise than before', 'Owned', 'OWNED', 'DISPATCHED', 'changed'],
  ['without a text, for the first time', 'created', null, null, 'changed'],
  ['without a text, again', 'created', '', null, 'same'],
  ['not any more', 'created', 'created', undefined, 'gone'],
  ['and never was', 'created', null, undefined, 'neither'],
] as const)('a callout that is listed %s', (_how, rawStatus, listedStatus, status, kind) => {
  const list = new Map(status === undefined ? [] : [[1, status]]);
  const { same, changed, gone } = compareWithList([{ id: 1, rawStatus, listedStatus }], list);
  const kinds = { same, changed: changed.map(({ id }) => id), gone, neither: [] as number[] };
  expect([...same, ...kinds.changed, ...gone]).toEqual(kind === 'neither' ? [] : kinds[kind]);
  if (kind !== 'neither') expect(kinds[kind]).toEqual([1]);
});
