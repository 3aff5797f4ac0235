import { expect, test } from 'vitest';
import { metricsFormatFor, renderMetrics } from '#lib/integration/render-metrics.ts';
import { counter, histogram, processRegistry } from '#lib/platform/metrics.ts';
import { parseMetrics } from '#lib/testing/parse-metrics.ts';
import { parseOpenMetrics } from '#lib/testing/parse-openmetrics.ts';

test('what would break a line or a label is escaped', async () => {
  processRegistry().clear();
  const labels = { what: 'a "b"\\c\nd' };
  const families = [
    { name: 'one', help: 'First\\ line\nsecond', type: 'gauge', samples: [{ labels, value: 1.5 }] },
    { name: 'none', help: 'Nothing known', type: 'gauge', samples: [] },
    { name: 'odd', help: 'Odd', type: 'gauge', samples: [{ value: -Infinity }] },
    { name: 'some_total', help: 'Some', type: 'counter', samples: [{ value: 3 }] },
  ] as const;
  const text = await renderMetrics(families, 'text');
  expect(text.trim().split(/\n+/)).toEqual([
    String.raw`# HELP one First\\ line\nsecond`,
    '# TYPE one gauge',
    String.raw`one{what="a \"b\"\\c\nd"} 1.5`,
    '# HELP odd Odd',
    '# TYPE odd gauge',
    'odd -Inf',
    '# HELP some_total Some',
    '# TYPE some_total counter',
    'some_total 3',
  ]);
  expect(parseMetrics(text).size).toBe(3);
});

test('OpenMetrics has all of it too, and changes nothing of the other format', async () => {
  processRegistry().clear();
  const done = counter({ name: 'test_done_total', help: 'Done', labelNames: ['what'] });
  const lasted = histogram({
    name: 'test_seconds',
    help: 'Lasted',
    labelNames: ['what'],
    buckets: [0.5, 1, 2],
  });
  done.inc({ what: 'a "b"\\c\nd' }, 2);
  lasted.observe({ what: 'x' }, 1.5);
  const read = [{ name: 'some_total', help: 'Some', type: 'counter', samples: [{ value: 3 }] }] as const;
  const before = await renderMetrics(read, 'text');
  const metrics = parseOpenMetrics(await renderMetrics(read, 'openmetrics'));
  expect([...(metrics.get('test_done')?.samples ?? [])]).toEqual([['_total{what="a \\"b\\"\\\\c\\nd"}', 2]]);
  expect(metrics.get('some')?.samples.get('_total')).toBe(3);
  expect(metrics.get('test_seconds')?.samples.get('_bucket{le="1.0",what="x"}')).toBe(0);
  expect(metrics.get('test_seconds')?.samples.get('_bucket{le="2.0",what="x"}')).toBe(1);
  expect(await renderMetrics(read, 'text')).toBe(before);
  expect(before).toContain('test_done_total{');
});

test.each([
  [null, 'text'],
  ['*/*', 'text'],
  ['text/html', 'text'],
  ['text/plain', 'text'],
  ['application/openmetrics-text', 'openmetrics'],
  ['application/openmetrics-text; version=1.0.0; charset=utf-8', 'openmetrics'],
  ['application/openmetrics-text;version=9.0.0', 'text'],
  // As Prometheus asks.
  [
    'application/openmetrics-text;version=1.0.0;q=0.5,application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2',
    'openmetrics',
  ],
])('who accepts %s gets %s', (accept, format) => {
  expect(metricsFormatFor(accept)).toBe(format);
});
