import { expect, test } from 'vitest';
import { renderMetrics } from '#lib/integration/metrics-model.ts';

test('what would break a line or a label is escaped', () => {
  const labels = { what: 'a "b"\\c\nd' };
  const text = renderMetrics([
    { name: 'one', help: 'First\\ line\nsecond', type: 'gauge', samples: [{ labels, value: 1.5 }] },
    { name: 'none', help: 'Nothing known', type: 'gauge', samples: [] },
    { name: 'odd', help: 'Odd', type: 'gauge', samples: [{ value: Number.NaN }, { value: -Infinity }] },
  ]);
  expect(text).toBe(
    [
      String.raw`# HELP one First\\ line\nsecond`,
      '# TYPE one gauge',
      String.raw`one{what="a \"b\"\\c\nd"} 1.5`,
      '# HELP odd Odd',
      '# TYPE odd gauge',
      'odd NaN',
      'odd -Inf',
      '',
    ].join('\n'),
  );
});
