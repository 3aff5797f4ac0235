import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_SAVED, readSaved, withSaved } from '#components/admin/board/saved-filter-model.ts';

test('a filter is kept without the words of its search, and read again', () => {
  const saved = withSaved([], 'Night', { search: 'Nkosi', state: 'open', kind: 'real' });
  expect(readSaved(JSON.stringify(saved))).toEqual([
    { name: 'Night', query: { state: 'open', kind: 'real' } },
  ]);
});

test('the same name replaces, and the oldest give way', () => {
  const names = Array.from({ length: MAX_SAVED + 3 }, (_, n) => `${n}`);
  const all = names.reduce<ReturnType<typeof withSaved>>(
    (saved, name) => withSaved(saved, name, { state: 'open' }),
    [],
  );
  expect(all).toHaveLength(MAX_SAVED);
  expect(withSaved(all, '5', { state: 'closed' }).filter(({ name }) => name === '5')).toEqual([
    { name: '5', query: { state: 'closed' } },
  ]);
});

test('whatever else a browser keeps is none', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(null)), (text) => {
      for (const { name, query } of readSaved(text))
        expect([typeof name, typeof query]).toEqual(['string', 'object']);
    }),
  );
  for (const text of ['{', '{"a":1}', '[{"name":""}]', '[{"name":"x","query":{"other":"y"}}]'])
    expect(readSaved(text)).toEqual([]);
});
