import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergedLog } from './log-model.ts';
import { MAX_ENTRIES } from './model.ts';
import type { Entry } from './schema.ts';

const at = fc.integer({ min: 0, max: 500 }).map((s) => new Date(1_800_000_000_000 + s * 1_000).toISOString());
const message = fc
  .tuple(at, fc.constantFrom('person', 'operator', 'control_room'), fc.constantFrom('Ada', 'Ben', null))
  .map(
    ([when, author, name]): Entry => ({
      kind: 'messages',
      at: when,
      until: when,
      count: 1,
      from: [{ author, name }],
    }),
  );
const other = at.map((when): Entry => ({ kind: 'pressed', at: when }));

test('everything is there once and in its order; only what was said in a row is one entry', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(message, other), { maxLength: 60 }), (entries) => {
      const log = mergedLog(entries);
      const instants = log.map((entry) => entry.at);
      expect(instants).toEqual(instants.toSorted());
      const counted = log.reduce((sum, entry) => sum + (entry.kind === 'messages' ? entry.count : 1), 0);
      expect(counted).toBe(entries.length);
      for (const [index, entry] of log.entries()) {
        if (entry.kind !== 'messages') continue;
        expect(entry.until >= entry.at).toBe(true);
        expect(log[index + 1]?.kind).not.toBe('messages');
        expect(new Set(entry.from.map(({ author, name }) => `${author} ${name}`)).size).toBe(
          entry.from.length,
        );
      }
    }),
  );
});

test('the authors of merged messages are named', () => {
  const said = (author: 'person' | 'operator', name: string | null, second: number): Entry => {
    const when = new Date(1_800_000_000_000 + second * 1_000).toISOString();
    return { kind: 'messages', at: when, until: when, count: 1, from: [{ author, name }] };
  };
  const [talk] = mergedLog([said('operator', 'Ada', 2), said('person', null, 1), said('operator', 'Ada', 3)]);
  expect(talk).toMatchObject({
    count: 3,
    from: [
      { author: 'person', name: null },
      { author: 'operator', name: 'Ada' },
    ],
  });
});

test('of more than a page holds, the newest are left', () => {
  const many = Array.from(
    { length: MAX_ENTRIES + 50 },
    (_, index): Entry => ({
      kind: 'pressed',
      at: new Date(1_800_000_000_000 + index * 1_000).toISOString(),
    }),
  );
  const log = mergedLog(many);
  expect(log).toHaveLength(MAX_ENTRIES);
  expect(log.at(-1)).toEqual(many.at(-1));
});
