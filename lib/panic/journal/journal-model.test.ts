import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betterFix } from '#lib/geo/model.ts';
import type { CreateCalloutOutcome } from '#lib/panic/aura.ts';
import type { JournalEntry } from '#lib/panic/core/entry.ts';
import { afterOutcome, entryReceipt, isDue, withAttempt, withBetterFix } from '#lib/panic/core/journal.ts';
import { isExpired, isOlder, mismatchReason, REQUEST_BUDGET_MS } from '#lib/panic/core/model.ts';
import { fixSources } from '#lib/vocabulary.ts';

const EXPIRY_MINUTES = 10;
const RECEIVED_AT = new Date('2026-11-23T10:00:00Z');
const MINUTE_MS = 60_000;

const since = (ms: number) => new Date(RECEIVED_AT.getTime() + ms);
const momentAround = fc.integer({ min: -20 * MINUTE_MS, max: 20 * MINUTE_MS }).map(since);
const momentSince = fc.integer({ min: 0, max: 20 * MINUTE_MS }).map(since);

const fix = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  accuracyM: fc.option(fc.double({ min: 0, max: 5_000, noNaN: true })),
  fixedAt: fc.option(momentAround),
  measuredAt: fc.constant(null),
  fixSource: fc.option(fc.constantFrom(...fixSources)),
});

const outcome: fc.Arbitrary<CreateCalloutOutcome> = fc.oneof(
  fc.record({
    kind: fc.constant('created' as const),
    callout: fc.record({
      calloutId: fc.integer({ min: 1, max: 1_000 }),
      rawStatus: fc.option(fc.constantFrom('Callout Created', 'Callout Cancelled', 'Something new')),
      trackingUrl: fc.constant(null),
      responseTypeId: fc.constant(1),
      isTest: fc.option(fc.boolean()),
      createdAt: fc.option(momentAround),
      place: fc.constant(null),
    }),
  }),
  fc.record({
    kind: fc.constant('rejected' as const),
    problem: fc.constantFrom('no_subscription' as const, 'refused' as const),
    mayExist: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('failed' as const),
    problem: fc.constant('aura_unavailable' as const),
    mayExist: fc.boolean(),
  }),
);

const fresh: JournalEntry = {
  pressId: '0d1c3f6e-9a52-4a0e-8f2a-4b8a3f1f6f10',
  personId: 'person',
  customerId: 7,
  kind: 'real',
  pressedAt: RECEIVED_AT,
  receivedAt: RECEIVED_AT,
  sendsAt: null,
  responseTypeId: null,
  fix: {
    latitude: -26.1,
    longitude: 28.05,
    accuracyM: 12,
    fixedAt: RECEIVED_AT,
    measuredAt: null,
    fixSource: 'live',
  },
  state: 'recorded',
  attempts: 0,
  lastAttemptAt: null,
  outcomeUnknownSince: null,
  lastProblem: null,
  settledAt: null,
  withdrawRequestedAt: null,
  uncheckedEdition: null,
  uncheckedDevice: null,
  callout: null,
};

const entry = fc
  .record({ kind: fc.constantFrom('real' as const, 'test' as const), isWithdrawn: fc.boolean() })
  .map(
    ({ kind, isWithdrawn }): JournalEntry => ({
      ...fresh,
      kind,
      withdrawRequestedAt: isWithdrawn ? RECEIVED_AT : null,
    }),
  );

/** Asks AURA time after time, a minute apart, as long as the press is undecided. */
function history(start: JournalEntry, outcomes: readonly CreateCalloutOutcome[]): JournalEntry[] {
  const states = [start];
  for (const [turn, answer] of outcomes.entries()) {
    const before = states.at(-1) ?? start;
    if (before.state !== 'recorded') break;
    const at = since(turn * MINUTE_MS);
    states.push(afterOutcome(withAttempt(before, at), before, answer, { at, auraAheadMs: null }));
  }
  return states;
}

const histories = (check: (states: JournalEntry[], outcomes: readonly CreateCalloutOutcome[]) => void) =>
  fc.assert(
    fc.property(entry, fc.array(outcome, { maxLength: 6 }), (start, outcomes) =>
      check(history(start, outcomes), outcomes),
    ),
    { numRuns: 500 },
  );

describe('a press that the journal asks AURA about', () => {
  test('is delivered only by a callout that can be its own, and nothing of it is then unknown', () => {
    histories((states) => {
      const last = states.at(-1) ?? fresh;
      if (last.state !== 'delivered') return;
      expect(last.withdrawRequestedAt).toBeNull();
      expect(last).toMatchObject({ outcomeUnknownSince: null, lastProblem: null });
      if (!last.callout) throw new Error('delivered without a callout');
      expect(mismatchReason(last.kind, last.callout)).toBeNull();
      expect(isOlder(last.callout, last.receivedAt)).toBe(false);
    });
  });

  test('is rejected only when no attempt can have made a callout', () => {
    histories((states, outcomes) => {
      const last = states.at(-1) ?? fresh;
      if (last.state !== 'rejected') return;
      const asked = outcomes.slice(0, states.length - 1);
      expect(asked.at(-1)?.kind).toBe('rejected');
      expect(asked.some((answer) => answer.kind !== 'created' && answer.mayExist)).toBe(false);
      expect(last.withdrawRequestedAt).toBeNull();
    });
  });

  test('has an unknown outcome since the first such attempt, until its delivery', () => {
    histories((states) => {
      for (const [turn, state] of states.entries()) {
        const before = states[turn - 1];
        if (!before?.outcomeUnknownSince || state.state === 'delivered') continue;
        expect(state.outcomeUnknownSince).toEqual(before.outcomeUnknownSince);
      }
    });
  });

  test('counts each attempt, and knows when the last one was', () => {
    histories((states) => {
      for (const [turn, state] of states.entries()) {
        expect(state.attempts).toBe(turn);
        expect(state.lastAttemptAt).toEqual(turn === 0 ? null : since((turn - 1) * MINUTE_MS));
      }
    });
  });

  test('shows a callout on its receipt only when it is delivered', () => {
    histories((states) => {
      for (const state of states) {
        const receipt = entryReceipt(state, since(MINUTE_MS), EXPIRY_MINUTES);
        expect(receipt.state === 'delivered').toBe(state.state === 'delivered');
        if (receipt.state !== 'delivered') continue;
        expect(receipt.calloutId).toBe(state.callout?.calloutId);
      }
    });
  });
});

describe('without the database a press is tried again', () => {
  const tried = fc.record({
    attempts: fc.integer({ min: 1, max: 5 }),
    lastAttemptAt: momentSince,
    state: fc.constantFrom('recorded' as const, 'delivered' as const, 'rejected' as const),
    withdrawRequestedAt: fc.option(momentSince),
    fix: fc.option(fix),
  });

  test('never beside an attempt that may be in flight, nor past its expiry, nor once it is settled', () => {
    fc.assert(
      fc.property(tried, fc.integer({ min: -1_000, max: 60_000 }), (facts, laterMs) => {
        const press = { ...fresh, ...facts };
        const at = new Date(press.lastAttemptAt.getTime() + laterMs);
        if (!isDue(press, at, EXPIRY_MINUTES)) return;
        expect(press.state).toBe('recorded');
        expect(press.withdrawRequestedAt).toBeNull();
        expect(press.fix).not.toBeNull();
        expect(isExpired(press.receivedAt, at, EXPIRY_MINUTES)).toBe(false);
        expect(at.getTime() - press.lastAttemptAt.getTime()).toBeGreaterThanOrEqual(REQUEST_BUDGET_MS);
      }),
      { numRuns: 1_000 },
    );
  });

  test('at once when it never was', () => {
    expect(isDue(fresh, RECEIVED_AT, EXPIRY_MINUTES)).toBe(true);
  });

  test('in the end, whatever number of attempts failed', () => {
    for (let attempts = 1; attempts < 40; attempts += 1) {
      const press = { ...fresh, attempts, lastAttemptAt: RECEIVED_AT };
      expect(isDue(press, since(9 * MINUTE_MS), EXPIRY_MINUTES), `${attempts} attempts`).toBe(true);
    }
  });
});

describe('a repeat with a position', () => {
  test('changes the position only for a better one, and nothing of a press that ended or was withdrawn', () => {
    fc.assert(
      fc.property(entry, fc.option(fix), fc.option(fix), (start, known, next) => {
        const press = { ...start, fix: known };
        const kept = withBetterFix(press, next);
        if (!next || press.withdrawRequestedAt) {
          expect(kept).toBe(press);
          return;
        }
        expect(kept.fix).toEqual(known ? betterFix(known, next) : next);
        expect(withBetterFix({ ...press, state: 'rejected' }, next).fix).toEqual(known);
      }),
    );
  });

  test('clears a missing position, and hides no other problem', () => {
    const bare = { ...fresh, fix: null };
    expect(withBetterFix({ ...bare, lastProblem: 'no_location' }, fresh.fix).lastProblem).toBeNull();
    expect(withBetterFix({ ...bare, lastProblem: 'aura_unavailable' }, fresh.fix).lastProblem).toBe(
      'aura_unavailable',
    );
  });
});
