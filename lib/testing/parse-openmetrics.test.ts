import { expect, test } from 'vitest';
import { parseOpenMetrics } from '#lib/testing/parse-openmetrics.ts';

const family = (type: string, ...samples: string[]) =>
  `${[`# HELP a A`, `# TYPE a ${type}`, ...samples].join('\n')}\n`;
const buckets = (...bounds: [string, number][]) =>
  family(
    'histogram',
    ...bounds.map(([le, count]) => `a_bucket{le="${le}"} ${count}`),
    'a_sum 1',
    'a_count 3',
  );
const END = '# EOF\n';

test('reads what is sound', () => {
  const text = `${family('counter', 'a_total{x="a \\"b\\" \\\\ \\n"} 1.5e-7', 'a_total{x="y"} 2')}# TYPE b_seconds gauge
# UNIT b_seconds seconds
b_seconds -Inf
${END}`;
  const metrics = parseOpenMetrics(text);
  expect([...(metrics.get('a')?.samples ?? [])]).toEqual([
    ['_total{x="a \\"b\\" \\\\ \\n"}', 1.5e-7],
    ['_total{x="y"}', 2],
  ]);
  expect(metrics.get('b_seconds')?.samples.get('')).toBe(Number.NEGATIVE_INFINITY);
  expect(parseOpenMetrics(buckets(['0.5', 1], ['1.0', 3], ['+Inf', 3]) + END).size).toBe(1);
});

test.each([
  ['no end', family('gauge', 'a 1')],
  ['more after the end', family('gauge', 'a 1') + END + family('gauge', 'a 1')],
  ['an empty line', `${family('gauge', 'a 1')}\n${END}`],
  ['a sample without a family', `a 1\n${END}`],
  ['a sample of another family', family('gauge', 'b 1') + END],
  ['no type', `# HELP a A\na 1\n${END}`],
  ['a type that is none', family('counting', 'a 1') + END],
  ['a type twice', `${family('gauge')}# TYPE a gauge\n${END}`],
  ['a help after its samples', `${family('gauge', 'a 1')}# HELP a A\n${END}`],
  ['a family twice', `${family('gauge', 'a 1')}# TYPE b gauge\n${family('gauge', 'a 1')}${END}`],
  ['a counter without _total', family('counter', 'a 1') + END],
  ['a family that is named _total', `# TYPE a_total counter\na_total_total 1\n${END}`],
  ['a gauge with _total', `# TYPE a_total gauge\na_total 1\n${END}`],
  ['a unit that its name lacks', `# TYPE a gauge\n# UNIT a seconds\na 1\n${END}`],
  ['a quote in a help', `# HELP a "A"\n# TYPE a gauge\na 1\n${END}`],
  ['a quote in a label', family('gauge', 'a{x="1"2"} 1') + END],
  ['a label twice', family('gauge', 'a{x="1",x="2"} 1') + END],
  ['a sample twice', family('gauge', 'a{x="1"} 1', 'a{x="1"} 2') + END],
  ['a value that is none', family('gauge', 'a one') + END],
  ['a counter below zero', family('counter', 'a_total -1') + END],
  ['bounds as whole numbers', buckets(['1', 3], ['+Inf', 3]) + END],
  ['bounds that fall', buckets(['2.0', 1], ['1.0', 3], ['+Inf', 3]) + END],
  ['buckets that shrink', buckets(['1.0', 3], ['2.0', 1], ['+Inf', 3]) + END],
  ['no last bucket', buckets(['1.0', 3]) + END],
  ['a count of its own', buckets(['1.0', 1], ['+Inf', 2]) + END],
  ['a bucket without a bound', family('histogram', 'a_bucket 1', 'a_sum 1', 'a_count 1') + END],
  ['no sum', family('histogram', 'a_bucket{le="+Inf"} 1', 'a_count 1') + END],
])('refuses %s', (_what, text) => expect(() => parseOpenMetrics(text)).toThrow());
