import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CLICK_GRACE_MS,
  GRACE_MS,
  type HoldEvent,
  type HoldState,
  IDLE,
  isFiring,
  SECOND_TAP_MS,
  step,
  type Timing,
  TREMOR_MS,
  USUAL,
} from '#components/panic/hold-machine.ts';
import { readTiming, timingLine } from '#components/panic/timing.ts';

const seconds = (least: number, most: number) =>
  fc.integer({ min: least * 2, max: most * 2 }).map((halves) => halves * 500);
const anyTiming: fc.Arbitrary<Timing> = fc.record({
  holdMs: seconds(0.5, 5),
  graceMs: seconds(0, 30),
  isTwoTaps: fc.boolean(),
});

describe('the line of a page', () => {
  it('says each timing that can be set', () => {
    fc.assert(
      fc.property(anyTiming, (timing) => {
        expect(readTiming(timingLine(timing))).toEqual(timing);
      }),
    );
  });

  it.each([undefined, '', 'x y z', '100 3000 0', '1500 -1 0', '1500 31000 1', '9e9 0 0', 'NaN NaN 1'])(
    'counts as none when it is %j',
    (line) => {
      expect(readTiming(line)).toBe(USUAL);
    },
  );

  it('never gives a timing in which nobody can press', () => {
    fc.assert(
      fc.property(fc.string(), (line) => {
        const { holdMs, graceMs } = readTiming(line);
        expect(holdMs >= 500 && holdMs <= 5_000 && graceMs >= 0 && graceMs <= 30_000).toBe(true);
      }),
    );
  });
});

function run(timing: Timing, events: readonly HoldEvent[], from: HoldState = IDLE) {
  let state = from;
  let firings = 0;
  for (const event of events) {
    const next = step(state, event, timing);
    if (isFiring(state, next)) firings += 1;
    state = next;
  }
  return { state, firings };
}

const tap = (at: number): HoldEvent[] => [
  { type: 'press', at },
  { type: 'release', at: at + 80 },
];

describe('a person’s own timing', () => {
  it('sends after the whole hold and the whole grace that were set, and not before', () => {
    fc.assert(
      fc.property(anyTiming, (set) => {
        const timing = { ...set, isTwoTaps: false };
        const { holdMs, graceMs } = timing;
        const press: HoldEvent = { type: 'press', at: 0 };
        expect(run(timing, [press, { type: 'release', at: holdMs - 1 }]).state).toEqual(IDLE);
        const held = run(timing, [press, { type: 'tick', at: holdMs }]).state;
        expect(held).toMatchObject({ name: 'grace', lengthMs: graceMs });
        expect(run(timing, [{ type: 'tick', at: holdMs + graceMs - 1 }], held).firings).toBe(0);
        expect(run(timing, [{ type: 'tick', at: holdMs + graceMs }], held).firings).toBe(1);
      }),
    );
  });

  it('leaves assistive technology eight seconds, however short the grace is set, and more where it is longer', () => {
    fc.assert(
      fc.property(anyTiming, (timing) => {
        const { state } = run(timing, [{ type: 'click', at: 0 }]);
        expect(state).toMatchObject({ lengthMs: Math.max(CLICK_GRACE_MS, timing.graceMs) });
      }),
    );
  });

  it('is that of everybody where nothing is set', () => {
    expect(step({ name: 'holding', since: 0 }, { type: 'tick', at: 1_500 })).toMatchObject({
      lengthMs: GRACE_MS,
    });
    expect(USUAL).toEqual({ holdMs: 1_500, graceMs: 3_000, isTwoTaps: false });
  });
});

describe('two taps', () => {
  const TWO: Timing = { holdMs: 1_500, graceMs: 3_000, isTwoTaps: true };
  const gap = fc.integer({ min: TREMOR_MS, max: SECOND_TAP_MS - 100 });

  it('begin the grace at the second, whatever the hand does between them', () => {
    const between = fc.constantFrom<HoldEvent>({ type: 'leave' }, { type: 'sendNow' }, { type: 'cancel' });
    fc.assert(
      fc.property(gap, fc.array(between, { maxLength: 3 }), (pause, meanwhile) => {
        const { state } = run(TWO, [
          ...tap(0),
          { type: 'tick', at: 79 + pause },
          ...meanwhile,
          { type: 'press', at: 80 + pause },
        ]);
        expect(state).toMatchObject({ name: 'grace', since: 80 + pause, lengthMs: 3_000 });
      }),
    );
  });

  it('never send by one tap, however long it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (heldMs) => {
        const events: HoldEvent[] = [
          { type: 'press', at: 0 },
          { type: 'tick', at: heldMs },
          { type: 'release', at: heldMs },
          { type: 'tick', at: heldMs + SECOND_TAP_MS },
          { type: 'tick', at: heldMs + 600_000 },
        ];
        expect(run(TWO, events)).toEqual({ state: IDLE, firings: 0 });
      }),
    );
  });

  it('are not made by a trembling hand', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: TREMOR_MS - 1 }), (pause) => {
        expect(run(TWO, [...tap(0), ...tap(80 + pause)]).state.name).toBe('holding');
      }),
    );
  });

  it('leave assistive technology, whose touch is a tap before its click, eight seconds', () => {
    const { state } = run(TWO, [...tap(0), { type: 'click', at: 90 }]);
    expect(state).toMatchObject({ name: 'grace', lengthMs: CLICK_GRACE_MS });
  });

  it('end with Escape, with a finger that slides off, and with a long sleep', () => {
    expect(run(TWO, [...tap(0), { type: 'escape' }]).state).toEqual(IDLE);
    expect(run(TWO, [{ type: 'press', at: 0 }, { type: 'leave' }]).state).toEqual(IDLE);
    expect(run(TWO, [...tap(0), { type: 'overslept', at: 200_000 }]).state).toEqual(IDLE);
  });
});
