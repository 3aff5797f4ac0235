import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isExpired, nextStep, receiptOf, retryDelayMs, STRAY_REQUEST_MS } from '#lib/panic/model.ts';
import { pressProblems, pressStates } from '#lib/panic/schema.ts';

const EXPIRY_MINUTES = 10;

const instant = fc.date({
  min: new Date('2026-01-01T00:00:00Z'),
  max: new Date('2027-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const situation = fc.record({
  receivedAt: instant,
  hasFix: fc.boolean(),
  unsettledSince: fc.option(instant),
  lastAttemptAt: fc.option(instant),
  withdrawRequestedAt: fc.option(instant),
});

describe('what to do with a recorded press', () => {
  test('is never an attempt once it was withdrawn or has expired', () => {
    fc.assert(
      fc.property(situation, instant, (press, at) => {
        const mayNotBeSent =
          press.withdrawRequestedAt !== null || isExpired(press.receivedAt, at, EXPIRY_MINUTES);
        expect(nextStep(press, at, EXPIRY_MINUTES).kind === 'attempt').toBe(!mayNotBeSent && press.hasFix);
      }),
    );
  });

  test('never ends while AURA may have a callout from an attempt of unknown outcome', () => {
    fc.assert(
      fc.property(situation, instant, (press, at) => {
        const step = nextStep(press, at, EXPIRY_MINUTES);
        if (press.unsettledSince) expect(step.kind).not.toBe('end');
      }),
    );
  });

  test('asks AURA only when no request can still be on its way, and otherwise says when', () => {
    fc.assert(
      fc.property(situation, instant, (press, at) => {
        const step = nextStep(press, at, EXPIRY_MINUTES);
        const sentAt = press.lastAttemptAt ?? press.unsettledSince;
        if (step.kind === 'settle' && sentAt) {
          expect(at.getTime() - sentAt.getTime()).toBeGreaterThanOrEqual(STRAY_REQUEST_MS);
        }
        if (step.kind === 'settle_later') expect(step.at > at).toBe(true);
      }),
    );
  });

  test('a withdrawal wins over an expiry', () => {
    const at = new Date('2026-06-01T12:00:00Z');
    const press = {
      receivedAt: new Date('2026-06-01T11:00:00Z'),
      hasFix: true,
      unsettledSince: null,
      lastAttemptAt: null,
      withdrawRequestedAt: at,
    };
    expect(nextStep(press, at, EXPIRY_MINUTES)).toEqual({ kind: 'end', as: 'withdrawn' });
  });
});

test('retries wait 1, 2, 4 … at most 30 s, and never less than half of that', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 100].map((attempts) => retryDelayMs(attempts, 0))).toEqual([
    1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000,
  ]);
  fc.assert(
    fc.property(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, random) => {
      const full = retryDelayMs(attempts, 0);
      expect(retryDelayMs(attempts, random)).toBeGreaterThanOrEqual(full / 2);
      expect(retryDelayMs(attempts, random)).toBeLessThanOrEqual(full);
    }),
  );
});

test('a receipt never has a negative age, and tells no problem of a press that AURA has', () => {
  const record = fc.record({
    id: fc.uuid(),
    state: fc.constantFrom(...pressStates),
    receivedAt: instant,
    settledAt: fc.option(instant),
    attempts: fc.nat(),
    lastProblem: fc.option(fc.constantFrom(...pressProblems)),
    calloutId: fc.option(fc.nat()),
  });
  fc.assert(
    fc.property(record, instant, (press, at) => {
      const receipt = receiptOf(press, at);
      expect(receipt.ages.receivedSeconds).toBeGreaterThanOrEqual(0);
      if (receipt.state === 'delivered') expect(receipt.problem).toBeNull();
    }),
  );
});
