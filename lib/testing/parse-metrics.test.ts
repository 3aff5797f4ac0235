import { expect, test } from 'vitest';
import { parseMetrics } from '#lib/testing/parse-metrics.ts';

const family = (type: string, ...samples: string[]) =>
  `# HELP a A\n# TYPE a ${type}\n${samples.join('\n')}\n`;
const buckets = (...counts: number[]) =>
  family(
    'histogram',
    ...counts.map((count, at) => `a_bucket{le="${['1', '2', '+Inf'][at]}",x="y"} ${count}`),
    'a_sum{x="y"} 1.5',
    'a_count{x="y"} 3',
  );

test('reads families with their samples', () => {
  const text = `${family('gauge', 'a{x="a \\"b\\" \\\\ \\n"} 1.5e-7', 'a{x="y"} -Inf')}\n# HELP b_total B\n# TYPE b_total counter\nb_total 2\n`;
  const metrics = parseMetrics(text);
  expect([...(metrics.get('a')?.samples ?? [])]).toEqual([
    ['{x="a \\"b\\" \\\\ \\n"}', 1.5e-7],
    ['{x="y"}', Number.NEGATIVE_INFINITY],
  ]);
  expect(metrics.get('b_total')).toMatchObject({ type: 'counter', help: 'B' });
  expect(parseMetrics(buckets(1, 3, 3)).get('a')?.samples.size).toBe(5);
});

test.each([
  ['no end of the last line', '# HELP a A\n# TYPE a gauge\na 1'],
  ['a sample without a family', 'a 1\n'],
  ['no type', '# HELP a A\n'],
  ['a type before its help', '# TYPE a gauge\na 1\n'],
  ['a type of another family', '# HELP a A\n# TYPE b gauge\n'],
  ['a family twice', family('gauge', 'a 1').repeat(2)],
  ['a sample twice', family('gauge', 'a 1', 'a 2')],
  ['a label twice', family('gauge', 'a{x="1",x="2"} 1')],
  ['a sample of another family', family('gauge', 'b 1')],
  ['a value that is none', family('gauge', 'a one')],
  ['Nan', family('gauge', 'a Nan')],
  ['a label without an end', family('gauge', 'a{x="1} 1')],
  ['a line break in a label', family('gauge', 'a{x="1\n"} 1')],
  ['a counter without _total', family('counter', 'a 1')],
  ['a counter below zero', '# HELP a_total A\n# TYPE a_total counter\na_total -1\n'],
  ['buckets that shrink', buckets(2, 1, 3)],
  ['buckets that do not end', buckets(1, 3)],
  ['a count of its own', buckets(1, 2, 2)],
  ['a comment', `# a comment\n${family('gauge', 'a 1')}`],
])('refuses %s', (_what, text) => expect(() => parseMetrics(text)).toThrow());
