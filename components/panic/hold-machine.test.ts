import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CLICK_GRACE_MS,
  GRACE_MS,
  HOLD_MS,
  type HoldEvent,
  type HoldState,
  IDLE,
  isFiring,
  secondsLeft,
  step,
} from '#components/panic/hold-machine.ts';

const anyTime = fc.double({ min: -1e7, max: 1e7, noNaN: true });
const timed = fc.record({
  type: fc.constantFrom('press', 'click', 'release', 'tick', 'overslept'),
  at: anyTime,
} as const);
const untimed = fc.record({
  type: fc.constantFrom('leave', 'escape', 'sendNow', 'cancel', 'reset'),
} as const);
const anyEvent: fc.Arbitrary<HoldEvent> = fc.oneof(timed, untimed);

function run(events: readonly HoldEvent[], from: HoldState = IDLE) {
  let state = from;
  let firings = 0;
  for (const event of events) {
    const next = step(state, event);
    if (isFiring(state, next)) firings += 1;
    state = next;
  }
  return { state, firings };
}

const ticks = (from: number, to: number): HoldEvent[] =>
  Array.from({ length: Math.ceil((to - from) / 100) + 1 }, (_, i) => ({
    type: 'tick',
    at: Math.min(from + i * 100, to),
  }));

describe('a whole press', () => {
  it('fires after the hold and the grace', () => {
    const held = run([{ type: 'press', at: 0 }, ...ticks(0, HOLD_MS)]);
    expect(held.state.name).toBe('grace');
    const almost = run(ticks(HOLD_MS, HOLD_MS + GRACE_MS - 1), held.state);
    expect(almost.state.name).toBe('grace');
    expect(run([{ type: 'tick', at: HOLD_MS + GRACE_MS }], almost.state).firings).toBe(1);
  });

  it('starts the grace also when the finger is lifted between two ticks', () => {
    const { state } = run([
      { type: 'press', at: 0 },
      { type: 'release', at: HOLD_MS },
    ]);
    expect(state.name).toBe('grace');
  });

  it('fires at once when the person says so', () => {
    const events: HoldEvent[] = [
      { type: 'press', at: 0 },
      { type: 'tick', at: HOLD_MS },
      { type: 'sendNow' },
    ];
    expect(run(events)).toEqual({ state: { name: 'sending' }, firings: 1 });
  });

  it('fires once however the events go on, until it is reset', () => {
    const afterSending = anyEvent.filter((event) => event.type !== 'reset');
    fc.assert(
      fc.property(fc.array(afterSending), (events) => {
        expect(run(events, { name: 'sending' }).firings).toBe(0);
      }),
    );
  });

  it('asks again without an answer, and then fires only when the person confirms', () => {
    const asked = run([{ type: 'unheard' }], { name: 'sending' });
    expect(asked).toEqual({ state: { name: 'asking' }, firings: 0 });
    expect(run(ticks(0, 60_000), asked.state).firings).toBe(0);
    expect(run([{ type: 'sendNow' }], asked.state).firings).toBe(1);
  });

  it('starts by a plain click with a longer grace', () => {
    const clicked = run([{ type: 'click', at: 50 }]).state;
    expect(run([{ type: 'tick', at: 49 + CLICK_GRACE_MS }], clicked).firings).toBe(0);
    expect(run([{ type: 'tick', at: 50 + CLICK_GRACE_MS }], clicked).firings).toBe(1);
  });
});

describe('cancelling', () => {
  it('never fires when let go, slid off or escaped before the hold is over', () => {
    const ending = fc.constantFrom('release', 'leave', 'escape');
    const heldMs = fc.integer({ min: 0, max: HOLD_MS - 1 });
    fc.assert(
      fc.property(heldMs, ending, (held, type) => {
        const end: HoldEvent = type === 'release' ? { type, at: held } : { type };
        const events: HoldEvent[] = [
          { type: 'press', at: 0 },
          ...ticks(0, held),
          end,
          ...ticks(held, 20_000),
        ];
        expect(run(events)).toEqual({ state: IDLE, firings: 0 });
      }),
    );
  });

  it('accepts a release that happened in time but arrived late', () => {
    const stalled = run([
      { type: 'press', at: 0 },
      { type: 'tick', at: HOLD_MS + 700 },
      { type: 'release', at: HOLD_MS - 1 },
    ]);
    expect(stalled).toEqual({ state: IDLE, firings: 0 });
  });

  it('never fires when cancelled in grace', () => {
    const graceMs = fc.integer({ min: 0, max: GRACE_MS - 1 });
    fc.assert(
      fc.property(graceMs, fc.constantFrom('cancel', 'escape'), (waited, type) => {
        const until = HOLD_MS + waited;
        const events: HoldEvent[] = [
          { type: 'press', at: 0 },
          ...ticks(0, HOLD_MS),
          ...ticks(HOLD_MS, until),
          { type },
          ...ticks(until, 20_000),
        ];
        expect(run(events)).toEqual({ state: IDLE, firings: 0 });
      }),
    );
  });

  it('keeps going when the finger is lifted, or the page is left, in grace', () => {
    const inGrace: HoldEvent[] = [
      { type: 'press', at: 0 },
      { type: 'tick', at: HOLD_MS },
      { type: 'release', at: HOLD_MS + 1 },
      { type: 'leave' },
    ];
    expect(run(inGrace).state.name).toBe('grace');
  });
});

describe('a clock that jumps', () => {
  it('never fires without a whole hold or click, and a whole grace or "send now"', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        let state = IDLE;
        for (const event of events) {
          const next = step(state, event);
          if (isFiring(state, next)) {
            expect(['grace', 'asking']).toContain(state.name);
            const isOver =
              state.name === 'grace' && event.type === 'tick' && event.at - state.since >= state.lengthMs;
            expect(isOver || event.type === 'sendNow').toBe(true);
          }
          if (state.name === 'holding' && next.name === 'grace') {
            expect(next.since - state.since).toBeGreaterThanOrEqual(HOLD_MS);
          }
          state = next;
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('shows the grace in full after a jump in the hold', () => {
    const { state } = run([
      { type: 'press', at: 0 },
      { type: 'tick', at: 60_000 },
    ]);
    expect(state).toMatchObject({ name: 'grace', since: 60_000 });
  });

  it('sends on waking from a short sleep, asks after a long one', () => {
    const grace: HoldState = { name: 'grace', since: 0, lengthMs: GRACE_MS, releasableUntil: 0 };
    expect(run([{ type: 'tick', at: 90_000 }], grace).firings).toBe(1);
    const asking = run([{ type: 'overslept', at: 3_600_000 }], grace);
    expect(asking).toEqual({ state: { name: 'asking' }, firings: 0 });
    expect(run(ticks(3_600_000, 3_700_000), asking.state).firings).toBe(0);
    expect(run([{ type: 'sendNow' }], asking.state).firings).toBe(1);
    expect(run([{ type: 'cancel' }], asking.state).state).toEqual(IDLE);
  });

  it('goes on with an unfinished press of a page that was reloaded, and asks when that is long ago', () => {
    expect(run([{ type: 'recalled', ageMs: 3_000 }]).firings).toBe(1);
    expect(run([{ type: 'recalled', ageMs: 600_000 }]).state).toEqual({ name: 'asking' });
    expect(
      run([
        { type: 'press', at: 0 },
        { type: 'recalled', ageMs: 3_000 },
      ]).firings,
    ).toBe(0);
  });

  it('counts down in whole seconds and never shows 0', () => {
    const grace = { since: 1_000, lengthMs: GRACE_MS };
    const shown = [0, 1_000, 1_001, 2_000, 3_999, 4_500, 9e9].map((at) => secondsLeft(grace, at));
    expect(shown).toEqual([3, 3, 3, 2, 1, 1, 1]);
  });
});
