import { expect, test } from 'vitest';
import { parsePromql } from './parse-promql.ts';

test('the metrics of an expression, their labels, and those it groups by', () => {
  const rate = 'rate(a_bucket{route="/x",status=~"5.."}[5m])';
  expect(
    parsePromql(`histogram_quantile(0.95, sum by (le, job) (${rate})) > 2 and b unless up{job="x"}`),
  ).toEqual({
    selectors: [
      { metric: 'a_bucket', labels: ['route', 'status'] },
      { metric: 'b', labels: [] },
      { metric: 'up', labels: ['job'] },
    ],
    grouped: ['le', 'job'],
  });
});

test.each([
  'rate(a[5m]',
  'ratee(a[5m])',
  'sum(a) by (b',
  'a{b=1}',
  'a >',
  'a > and b',
  'rate(a[5 minutes])',
  '',
])('%o is none', (expression) => {
  expect(() => parsePromql(expression)).toThrow('no PromQL');
});
