import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  adoptionOrder,
  isExpired,
  isOlder,
  mayComeFrom,
  mismatchReason,
  nextStep,
  receiptOf,
  STRAY_REQUEST_MS,
  sendingOf,
  unfitness,
} from '#lib/panic/core/model.ts';
import { pressProblems, pressStates, stages } from '#lib/vocabulary.ts';

const EXPIRY_MINUTES = 10;

const instant = fc.date({
  min: new Date('2026-01-01T00:00:00Z'),
  max: new Date('2027-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const situation = fc.record({
  receivedAt: instant,
  hasFix: fc.boolean(),
  outcomeUnknownSince: fc.option(instant),
  lastAttemptAt: fc.option(instant),
  withdrawRequestedAt: fc.option(instant),
  lastProblem: fc.option(fc.constantFrom(...pressProblems)),
});
type Situation = Parameters<typeof nextStep>[0];

const mayNotBeSent = (press: Situation, at: Date) =>
  press.withdrawRequestedAt !== null ||
  press.lastProblem === 'refused' ||
  press.lastProblem === 'no_subscription' ||
  isExpired(press.receivedAt, at, EXPIRY_MINUTES);

describe('what to do with a recorded press', () => {
  test('is never an attempt once it was withdrawn, was refused or has expired', () => {
    fc.assert(
      fc.property(situation, instant, (press, at) => {
        const isAttempt = nextStep(press, at, EXPIRY_MINUTES).kind === 'attempt';
        expect(isAttempt).toBe(!mayNotBeSent(press, at) && press.hasFix);
      }),
    );
  });

  test('never ends while AURA may have a callout from an attempt of unknown outcome', () => {
    fc.assert(
      fc.property(situation, instant, (press, at) => {
        const step = nextStep(press, at, EXPIRY_MINUTES);
        if (press.outcomeUnknownSince) expect(step.kind).not.toBe('end');
      }),
    );
  });

  test('asks AURA only when no request can still be in flight, and otherwise says when', () => {
    fc.assert(
      fc.property(situation, instant, (press, at) => {
        const step = nextStep(press, at, EXPIRY_MINUTES);
        const sentAt = press.lastAttemptAt ?? press.outcomeUnknownSince;
        if (step.kind === 'settle' && sentAt) {
          expect(at.getTime() - sentAt.getTime()).toBeGreaterThanOrEqual(STRAY_REQUEST_MS);
        }
        if (step.kind === 'settle_later') expect(step.at > at).toBe(true);
      }),
    );
  });

  test('a withdrawal wins over a refusal, and that over an expiry', () => {
    const at = new Date('2026-06-01T12:00:00Z');
    const press = {
      receivedAt: new Date('2026-06-01T11:00:00Z'),
      hasFix: true,
      outcomeUnknownSince: null,
      lastAttemptAt: null,
      withdrawRequestedAt: at,
      lastProblem: 'refused' as const,
    };
    expect(nextStep(press, at, EXPIRY_MINUTES)).toEqual({ kind: 'end', as: 'withdrawn' });
    const refused = { ...press, withdrawRequestedAt: null };
    expect(nextStep(refused, at, EXPIRY_MINUTES)).toEqual({ kind: 'end', as: 'rejected' });
  });
});

test('a receipt never has a negative age, and shows no problem of a delivered press, nor a callout id before that', () => {
  const record = fc.record({
    id: fc.uuid(),
    state: fc.constantFrom(...pressStates),
    receivedAt: instant,
    hasFix: fc.boolean(),
    outcomeUnknownSince: fc.option(instant),
    lastAttemptAt: fc.option(instant),
    withdrawRequestedAt: fc.option(instant),
    settledAt: fc.option(instant),
    attempts: fc.nat(),
    sendsAt: fc.option(instant),
    lastProblem: fc.option(fc.constantFrom(...pressProblems)),
    calloutId: fc.option(fc.nat()),
  });
  fc.assert(
    fc.property(record, instant, (press, at) => {
      const receipt = receiptOf(press, at, EXPIRY_MINUTES);
      expect(receipt.ages.receivedSeconds).toBeGreaterThanOrEqual(0);
      if (receipt.state === 'delivered') expect(receipt.problem).toBeNull();
      if (receipt.state === 'recorded') expect(receipt.calloutId).toBeNull();
      if (receipt.state === 'held') {
        expect(press).toMatchObject({ state: 'recorded', attempts: 0, withdrawRequestedAt: null });
        expect(press.sendsAt && press.sendsAt > at).toBe(true);
      } else expect(receipt.sendsAt).toBeNull();
    }),
  );
});

describe('whether a press is being sent', () => {
  test('is said exactly when the next step is an attempt', () => {
    fc.assert(
      fc.property(situation, instant, fc.constantFrom(...pressStates), (press, at, state) => {
        const isAttempted = state === 'recorded' && nextStep(press, at, EXPIRY_MINUTES).kind === 'attempt';
        expect(sendingOf({ ...press, state }, at, EXPIRY_MINUTES) === 'yes').toBe(isAttempted);
      }),
    );
  });

  test('is unknown exactly while an attempt of a press that may not be sent has no known outcome', () => {
    fc.assert(
      fc.property(situation, instant, (press, at) => {
        const isAsked = sendingOf({ ...press, state: 'recorded' }, at, EXPIRY_MINUTES) === 'asking';
        expect(isAsked).toBe(mayNotBeSent(press, at) && press.outcomeUnknownSince !== null);
      }),
    );
  });
});

test('a test or a cancelled callout is no answer to a real press; any callout is to a test press', () => {
  for (const stage of stages) {
    expect(unfitness('real', { kind: 'test', stage })).toBe('test_open');
    expect(unfitness('real', { kind: 'real', stage })).toBe(stage === 'cancelled' ? 'cancelled_open' : null);
    expect(unfitness('test', { kind: 'real', stage })).toBeNull();
  }
  expect(unfitness('real', null)).toBeNull();
});

describe('what AURA says of a callout', () => {
  const receivedAt = new Date('2026-06-01T12:00:00Z');
  const silent = { rawStatus: null, isTest: null, createdAt: null };
  const ago = (seconds: number) => new Date(receivedAt.getTime() - seconds * 1_000);

  test('counts like our own record of it', () => {
    expect(mismatchReason('real', silent)).toBeNull();
    expect(mismatchReason('real', { ...silent, isTest: true })).toBe('test_open');
    expect(mismatchReason('real', { ...silent, rawStatus: 'Callout cancelled' })).toBe('cancelled_open');
    expect(mismatchReason('test', { ...silent, isTest: true })).toBeNull();
  });

  test('decides which press may have made it: of its kind, and not newer than it', () => {
    const mayCome = (
      facts: Partial<typeof silent | { isTest: boolean; createdAt: Date }>,
      since: Date | null = null,
    ) => mayComeFrom({ kind: 'real', receivedAt }, { ...silent, ...facts }, since);
    expect(mayCome({})).toBe(true);
    expect(mayCome({ isTest: true })).toBe(false);
    expect(mayCome({}, ago(1))).toBe(false);
    expect(mayCome({}, ago(-1))).toBe(true);
    expect(mayCome({ createdAt: ago(90) })).toBe(false);
    // The clocks may be apart.
    expect(mayCome({ createdAt: ago(30) })).toBe(true);
  });

  test('is older than a press by AURA’s own clock, where that is known', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -600_000, max: 600_000 }),
        fc.integer({ min: -120_000, max: 120_000 }),
        (ahead, after) => {
          const createdAt = new Date(receivedAt.getTime() + ahead + after);
          expect(isOlder({ ...silent, createdAt }, receivedAt, ahead)).toBe(after < -5_000);
        },
      ),
    );
  });

  test('is adopted by an open press before an ended one, and by a withdrawn one last', () => {
    const order = (['recorded', 'expired', 'rejected'] as const).map((state) =>
      adoptionOrder({ state, withdrawRequestedAt: null }),
    );
    expect(order).toEqual([0, 1, 1]);
    for (const state of ['recorded', 'withdrawn'] as const) {
      expect(adoptionOrder({ state, withdrawRequestedAt: receivedAt })).toBe(2);
    }
  });
});
