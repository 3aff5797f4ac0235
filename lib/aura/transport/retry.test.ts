import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideRetry, type Failure, type RetryFacts } from './retry.ts';

const failure: fc.Arbitrary<Failure> = fc.oneof(
  fc.constantFrom<Failure>({ type: 'network' }, { type: 'unreadable' }, { type: 'contract' }),
  fc.record({
    type: fc.constant('status' as const),
    status: fc.integer({ min: 400, max: 599 }),
    retryAfterMs: fc.option(fc.integer({ min: 0, max: 60_000 })),
  }),
);

const facts: fc.Arbitrary<RetryFacts> = fc.record({
  replay: fc.constantFrom('read', 'replace', 'returns-existing', 'unsafe'),
  failure,
  attempts: fc.integer({ min: 1, max: 20 }),
  remainingMs: fc.integer({ min: -10, max: 30_000 }),
  canRenewToken: fc.boolean(),
  random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
});

const at = (part: Partial<RetryFacts>): RetryFacts => ({
  replay: 'read',
  failure: { type: 'network' },
  attempts: 1,
  remainingMs: 10_000,
  canRenewToken: false,
  random: 0.5,
  ...part,
});

describe('deciding to send a call again', () => {
  test('never waits up to or past the deadline', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const decision = decideRetry(some);
        if (decision.again) expect(decision.waitMs).toBeLessThan(Math.max(some.remainingMs, 1e-9));
      }),
      { numRuns: 2_000 },
    );
  });

  test('repeats an unsafe call only after a 401, and only with a new token', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const decision = decideRetry({ ...some, replay: 'unsafe' });
        if (!decision.again) return;
        expect(some.failure).toMatchObject({ type: 'status', status: 401 });
        expect(decision.renewToken).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('never comes back earlier than AURA asked for', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const decision = decideRetry(some);
        if (!decision.again || decision.renewToken || some.failure.type !== 'status') return;
        expect(decision.waitMs).toBeGreaterThanOrEqual(some.failure.retryAfterMs ?? 0);
      }),
    );
  });

  test.each([408, 429, 500, 502, 503, 504])('repeats a safe call after %i', (status) => {
    expect(decideRetry(at({ failure: { type: 'status', status, retryAfterMs: null } })).again).toBe(true);
  });

  test.each([400, 403, 404, 409, 422])('takes %i for an answer', (status) => {
    expect(decideRetry(at({ failure: { type: 'status', status, retryAfterMs: null } })).again).toBe(false);
  });

  test('jitters fully under a ceiling that grows and is capped', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map((attempts) => decideRetry(at({ attempts, random: 0.999_999 })));
    const ceilings = waits.map((decision) => (decision.again ? Math.round(decision.waitMs) : null));
    expect(ceilings).toEqual([100, 200, 400, 800, 1_600, 2_000, 2_000]);
    expect(decideRetry(at({ random: 0 }))).toMatchObject({ waitMs: 0 });
  });

  test('gives up after eight attempts', () => {
    expect(decideRetry(at({ attempts: 8 })).again).toBe(false);
  });

  test('gives up at once when AURA asks for more patience than there is', () => {
    const busy: Failure = { type: 'status', status: 429, retryAfterMs: 5_000 };
    expect(decideRetry(at({ failure: busy, remainingMs: 5_000 })).again).toBe(false);
    expect(decideRetry(at({ failure: busy, remainingMs: 5_001 })).again).toBe(true);
  });
});
