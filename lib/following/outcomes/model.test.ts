import fc from 'fast-check';
import { expect, test } from 'vitest';
import { durationText, reportLines, retryAfterMs } from './model.ts';

test.each([
  [0, '0 s'],
  [59_999, '59 s'],
  [60_000, '1 min 0 s'],
  [185_000, '3 min 5 s'],
  [4_320_000, '1 h 12 min'],
])('%d ms is %s', (ms, text) => {
  expect(durationText(ms)).toBe(text);
});

test('exponential backoff, capped at an hour', () => {
  fc.assert(
    fc.property(fc.nat(10_000), (attempts) => {
      expect(retryAfterMs(attempts)).toBeGreaterThanOrEqual(5_000);
      expect(retryAfterMs(attempts + 1)).toBeGreaterThanOrEqual(retryAfterMs(attempts));
      expect(retryAfterMs(attempts)).toBeLessThanOrEqual(3_600_000);
    }),
  );
});

test('any report makes a bounded list of plain lines', () => {
  expect(reportLines({ responseTime: 4, nested: { arrived_at: 'x' }, none: null })).toEqual([
    { label: 'Response time', value: '4' },
    { label: 'Nested › Arrived at', value: 'x' },
  ]);
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 9 }), (report) => {
      const lines = reportLines(report);
      expect(lines.length).toBeLessThanOrEqual(60);
      for (const { value } of lines) expect(value.length).toBeLessThanOrEqual(500);
    }),
  );
});
