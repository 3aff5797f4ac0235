import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Stage, stages } from '#lib/vocabulary.ts';
import { LEAST_CASES, overMs, progressOf, usualTimes } from './model.ts';

const START = Date.parse('2026-01-01T00:00:00Z');
const WAY = stages.filter((stage) => stage !== 'cancelled');

/** A past callout that went the usual way, with so many milliseconds in each stage. */
const usualWay = fc
  .array(fc.integer({ min: 0, max: 3_600_000 }), { minLength: 5, maxLength: 5 })
  .map((gaps) => reach(WAY, gaps));

function reach(way: readonly Stage[], gaps: readonly number[]) {
  let at = START;
  return way.map((stage, index) => {
    if (index > 0) at += gaps[index - 1] ?? 0;
    return { stage, at: new Date(at) };
  });
}

const timeline = (reached: readonly { stage: Stage; at: Date }[]) =>
  reached.map(({ stage, at }) => ({
    at: at.toISOString(),
    stage,
    event: null,
    source: 'poll' as const,
  }));

const seconds = (...values: number[]) => values.map((value) => value * 1_000);

describe('what is usual', () => {
  test('is the middle: no more than half took longer, and no more than half shorter', () => {
    fc.assert(
      fc.property(fc.array(usualWay, { minLength: 1, maxLength: 40 }), (past) => {
        const { steps } = usualTimes(past);
        expect(steps).toHaveLength(WAY.length - 1);
        for (const { from, to, medianMs, cases } of steps) {
          const took = past.map((reached) => {
            const when = (stage: Stage) => reached.find((each) => each.stage === stage)?.at.getTime() ?? 0;
            return when(to) - when(from);
          });
          expect(cases).toBe(past.length);
          expect(took.filter((each) => each > medianMs + 1).length).toBeLessThanOrEqual(past.length / 2);
          expect(took.filter((each) => each < medianMs - 1).length).toBeLessThanOrEqual(past.length / 2);
          expect(medianMs).toBeGreaterThanOrEqual(Math.min(...took));
          expect(medianMs).toBeLessThanOrEqual(Math.max(...took));
        }
      }),
    );
  });

  test('does not depend on the order of callouts and stages', () => {
    const sorted = (past: Parameters<typeof usualTimes>[0]) => {
      const key = (each: object) => JSON.stringify(each);
      const { steps, stays } = usualTimes(past);
      return [steps.map(key).sort(), stays.map(key).sort()];
    };
    fc.assert(
      fc.property(fc.array(usualWay, { maxLength: 10 }), (past) => {
        expect(sorted(past.toReversed().map((reached) => reached.toReversed()))).toEqual(sorted(past));
      }),
    );
  });

  test('compares a step with the same step only, and takes being called off for no way on', () => {
    const skipped = reach(['raised', 'dispatched', 'closed'], seconds(600, 60));
    const calledOff = reach(['raised', 'cancelled', 'closed'], seconds(5, 7));
    const { steps, stays } = usualTimes([reach(WAY, seconds(10, 20, 30, 40, 50)), skipped, calledOff]);
    expect(steps).toContainEqual({ from: 'raised', to: 'owned', medianMs: 10_000, cases: 1 });
    expect(steps).toContainEqual({ from: 'raised', to: 'dispatched', medianMs: 600_000, cases: 1 });
    expect(stays).toContainEqual({ stage: 'raised', medianMs: 305_000, cases: 2 });
    expect(stays).toContainEqual({ stage: 'cancelled', medianMs: 7_000, cases: 1 });
  });
});

describe('the progress of a callout', () => {
  test('counts each stage from the one before, and goes on until the close', () => {
    fc.assert(
      fc.property(usualWay, fc.integer({ min: 1, max: WAY.length }), (reached, count) => {
        const part = reached.slice(0, count);
        const closedAt = count === WAY.length ? (part.at(-1)?.at.toISOString() ?? null) : null;
        const { steps, running } = progressOf({ timeline: timeline(part), closedAt }, usualTimes([]));
        expect(steps).toHaveLength(count);
        const took = steps.reduce((sum, { tookMs }) => sum + (tookMs ?? 0), 0);
        expect(took).toBe((part.at(-1)?.at.getTime() ?? 0) - START);
        expect(running?.stage ?? null).toBe(closedAt ? null : part.at(-1)?.stage);
      }),
    );
  });

  test('is not compared while the sample is too small', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 * LEAST_CASES }), (cases) => {
        const usual = usualTimes(Array.from({ length: cases }, () => reach(WAY, seconds(9, 9, 9, 9, 9))));
        const callout = { timeline: timeline(reach(['raised', 'owned'], seconds(5))), closedAt: null };
        const { steps, running } = progressOf(callout, usual);
        const usually = cases < LEAST_CASES ? null : { medianMs: 9_000, cases };
        expect(steps.map((step) => step.usually)).toEqual([null, usually]);
        expect(running).toMatchObject({ stage: 'owned', usually });
      }),
    );
  });

  test('ignores entries without a stage', () => {
    const event = { at: new Date(START + 1).toISOString(), stage: null, event: 'x', source: 'poll' as const };
    const [raised, owned] = timeline(reach(['raised', 'owned'], seconds(5)));
    if (!raised || !owned) throw new Error('two stages were reached');
    const { steps } = progressOf({ timeline: [raised, event, owned], closedAt: null }, usualTimes([]));
    expect(steps.map(({ tookMs }) => tookMs)).toEqual([null, 5_000]);
  });
});

test('a stage is over its usual time by what it has lasted longer, and never where that is not known', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (elapsedMs, medianMs) => {
      const over = overMs(elapsedMs, { medianMs, cases: LEAST_CASES });
      expect(over).toBe(elapsedMs > medianMs ? elapsedMs - medianMs : null);
      expect(overMs(elapsedMs, null)).toBeNull();
    }),
  );
});
