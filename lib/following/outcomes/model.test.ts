import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stages } from '#lib/callouts/schema.ts';
import { askAgainAfterMs, durationText, reportLines, stageTimes } from './model.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 23, 10) + seconds * 1_000).toISOString();

test('each stage counts from the one before, and what is no stage does not count', () => {
  const source = 'poll' as const;
  const timeline = [
    { at: at(0), stage: 'raised' as const, event: null, source },
    { at: at(5), stage: null, event: 'something', source },
    { at: at(40), stage: 'owned' as const, event: null, source },
    { at: at(200), stage: 'closed' as const, event: null, source },
  ];
  expect(stageTimes({ timeline })).toEqual([
    { stage: 'raised', at: at(0), tookMs: null },
    { stage: 'owned', at: at(40), tookMs: 40_000 },
    { stage: 'closed', at: at(200), tookMs: 160_000 },
  ]);
});

test('the times of the stages add up to the whole, and none is negative', () => {
  const facts = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 100_000 }), fc.constantFrom(...stages)), { minLength: 1 })
    .map((all) => all.sort((a, b) => a[0] - b[0]));
  fc.assert(
    fc.property(facts, (all) => {
      const timeline = all.map(([seconds, stage]) => ({
        at: at(seconds),
        stage,
        event: null,
        source: 'poll' as const,
      }));
      const times = stageTimes({ timeline });
      const whole = ((all.at(-1)?.[0] ?? 0) - (all[0]?.[0] ?? 0)) * 1_000;
      expect(times.reduce((sum, { tookMs }) => sum + (tookMs ?? 0), 0)).toBe(whole);
    }),
  );
});

test.each([
  [0, '0 s'],
  [59_999, '59 s'],
  [60_000, '1 min 0 s'],
  [185_000, '3 min 5 s'],
  [4_320_000, '1 h 12 min'],
])('%d ms is %s', (ms, text) => {
  expect(durationText(ms)).toBe(text);
});

test('AURA is asked less and less often, and at least every hour', () => {
  fc.assert(
    fc.property(fc.nat(10_000), (attempts) => {
      expect(askAgainAfterMs(attempts)).toBeGreaterThanOrEqual(5_000);
      expect(askAgainAfterMs(attempts + 1)).toBeGreaterThanOrEqual(askAgainAfterMs(attempts));
      expect(askAgainAfterMs(attempts)).toBeLessThanOrEqual(3_600_000);
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
