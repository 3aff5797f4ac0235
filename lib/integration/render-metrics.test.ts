import { expect, test } from 'vitest';
import { renderMetrics } from '#lib/integration/render-metrics.ts';
import { processRegistry } from '#lib/platform/metrics.ts';
import { parseMetrics } from '#lib/testing/parse-metrics.ts';

test('what would break a line or a label is escaped', async () => {
  processRegistry().clear();
  const labels = { what: 'a "b"\\c\nd' };
  const text = await renderMetrics([
    { name: 'one', help: 'First\\ line\nsecond', type: 'gauge', samples: [{ labels, value: 1.5 }] },
    { name: 'none', help: 'Nothing known', type: 'gauge', samples: [] },
    { name: 'odd', help: 'Odd', type: 'gauge', samples: [{ value: -Infinity }] },
    { name: 'some_total', help: 'Some', type: 'counter', samples: [{ value: 3 }] },
  ]);
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
