import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCells, csvHeadings } from './csv-model.ts';
import { type CalloutFigures, type PressFigures, timedStages } from './schema.ts';

const HEADINGS = csvHeadings('UTC');

const count = fc.nat({ max: 10_000 });
const ms = fc.option(fc.nat({ max: 86_400_000 }));
const spread = fc.record({ cases: count, p50Ms: ms, p90Ms: ms });

const callouts: fc.Arbitrary<CalloutFigures> = fc.record({
  real: count,
  test: count,
  stages: fc.record({
    owned: spread,
    dispatched: spread,
    arrived: spread,
    completed: spread,
    closed: spread,
  }),
  cancelled: fc.record({ byPerson: count, byOperator: count, elsewhere: count, notAccepted: count }),
  verdicts: fc.record({ genuine: count, falseAlarm: count, unmarked: count }),
});
const presses: fc.Arbitrary<PressFigures> = fc.record({
  test: count,
  states: fc.record({ delivered: count, rejected: count, expired: count, withdrawn: count, recorded: count }),
  precise: count,
  toAura: spread,
});
const PERIOD = { key: '2026-11-01', from: '2026-11-01', to: '2026-11-30', isWhole: true };

/** A line by its headings, as a program reads the file. */
function line(figures: CalloutFigures, ofPresses: PressFigures | null, period = PERIOD) {
  const cells = csvCells(period, 'Armed response', figures, ofPresses);
  expect(cells).toHaveLength(HEADINGS.length);
  return Object.fromEntries(HEADINGS.map((heading, at) => [heading, cells[at]]));
}

test('no two columns have one name', () => {
  expect(new Set(HEADINGS).size).toBe(HEADINGS.length);
});

test('each figure stands below its heading, lengths of time in seconds', () => {
  fc.assert(
    fc.property(callouts, presses, (figures, ofPresses) => {
      const cells = line(figures, ofPresses);
      expect(cells).toMatchObject({
        'from (UTC)': '2026-11-01',
        'to (UTC)': '2026-11-30',
        'whole period': 'yes',
        'response type': 'Armed response',
        'real callouts': figures.real,
        'test callouts': figures.test,
        'false alarms': figures.verdicts.falseAlarm,
        genuine: figures.verdicts.genuine,
        'not marked': figures.verdicts.unmarked,
        delivered: ofPresses.states.delivered,
        rejected: ofPresses.states.rejected,
        expired: ofPresses.states.expired,
        'test presses': ofPresses.test,
      });
      for (const stage of timedStages) {
        const { cases, p50Ms, p90Ms } = figures.stages[stage];
        expect(cells[`raised to ${stage}: cases`]).toBe(cases);
        expect(cells[`raised to ${stage}: not observed`]).toBe(figures.real - cases);
        expect(cells[`raised to ${stage}: p50 s`]).toBe(p50Ms === null ? null : p50Ms / 1_000);
        expect(cells[`raised to ${stage}: p90 s`]).toBe(p90Ms === null ? null : p90Ms / 1_000);
      }
    }),
  );
});

test('real presses are the sum of what became of them, and the delivered share is a share', () => {
  fc.assert(
    fc.property(callouts, presses, (figures, ofPresses) => {
      const cells = line(figures, ofPresses);
      const all = Object.values(ofPresses.states).reduce((sum, some) => sum + some, 0);
      expect(cells['real presses']).toBe(all);
      expect(cells['location of 50 m or better']).toBe(ofPresses.precise);
      const share = cells['share delivered'];
      if (share === null || share === undefined) return;
      expect(Number(share)).toBeGreaterThanOrEqual(0);
      expect(Number(share)).toBeLessThanOrEqual(1);
    }),
  );
});

test('of one response type nothing is said of presses, which have none yet', () => {
  fc.assert(
    fc.property(callouts, (figures) => {
      const cells = Object.values(line(figures, null));
      expect(cells.slice(-10)).toEqual(Array.from({ length: 10 }, () => null));
      expect(cells.slice(0, -10)).not.toContain(undefined);
    }),
  );
});

test('a period that is cut says so', () => {
  fc.assert(
    fc.property(callouts, (figures) => {
      expect(line(figures, null, { ...PERIOD, isWhole: false })['whole period']).toBe('no');
    }),
    { numRuns: 5 },
  );
});
