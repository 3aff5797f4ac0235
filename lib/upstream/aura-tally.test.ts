import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAuraTally } from '#lib/upstream/aura-tally.ts';
import { bucketOf } from '#lib/upstream/duration-buckets.ts';

const AT = new Date('2026-11-23T10:00:42.500Z');
const ok = { operation: 'readCallout', outcome: 'ok', durationMs: 42 };

describe('a bucket', () => {
  test('holds the duration, and is wider than it by less than a fifth and a millisecond', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 600_000, noNaN: true }), (duration) => {
        const bound = bucketOf(duration);
        expect(bound).toBeGreaterThanOrEqual(duration);
        expect(bound).toBeLessThan(Math.max(1, duration) * 1.19 + 1);
      }),
    );
  });

  test('there are few of them, and the last takes everything', () => {
    const bounds = new Set(Array.from({ length: 600_000 }, (_, ms) => bucketOf(ms)));
    expect(bounds.size).toBeLessThan(80);
    expect(bucketOf(1e9)).toBe(600_000);
  });
});

describe('what is counted', () => {
  test('is neither lost nor doubled, however often writing fails in between', () => {
    const attempt = fc.record({
      operation: fc.constantFrom('createToken', 'readCallout', 'createCallout'),
      outcome: fc.constantFrom('ok', 'timeout', 'server'),
      durationMs: fc.integer({ min: 0, max: 10_000 }),
      failsAfter: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(attempt), (attempts) => {
        const tally = createAuraTally();
        for (const { failsAfter, ...one } of attempts) {
          tally.noteAttempt(one, AT);
          if (failsAfter) tally.putBack(tally.take());
        }
        const { calls } = tally.take();
        expect(calls.reduce((sum, { attempts: some }) => sum + some, 0)).toBe(attempts.length);
        expect(tally.isEmpty()).toBe(true);
      }),
    );
  });

  test('is kept by minute, in the same order in every process', () => {
    const [tally, other] = [createAuraTally(), createAuraTally()];
    const kinds = [ok, { ...ok, outcome: 'timeout' }, { ...ok, operation: 'createToken' }];
    for (const kind of kinds) tally.noteAttempt(kind, AT);
    for (const kind of kinds.toReversed()) other.noteAttempt(kind, AT);
    const taken = tally.take();
    expect(taken).toEqual(other.take());
    expect(taken.calls[0]).toEqual({
      minute: '2026-11-23T10:00:00.000Z',
      operation: 'createToken',
      outcome: 'ok',
      bucketMs: bucketOf(42),
      attempts: 1,
    });
  });

  test('cannot fill the memory while nothing can be written: the oldest makes room', () => {
    const tally = createAuraTally();
    for (let minute = 0; minute < 6_000; minute += 1) {
      tally.noteAttempt(ok, new Date(AT.getTime() + minute * 60_000));
      tally.noteDrift('readCallout', [`field-${minute}`], AT);
    }
    const { calls, drift } = tally.take();
    expect(calls).toHaveLength(5_000);
    expect(calls.at(-1)?.minute).toBe(new Date(AT.getTime() - 42_500 + 5_999 * 60_000).toISOString());
    expect(drift).toHaveLength(500);
  });

  test('of drift knows the first and the last time, also when it comes back', () => {
    const tally = createAuraTally();
    const later = new Date(AT.getTime() + 1_000);
    tally.noteDrift('readCallout', ['callout.mood'], AT);
    const failed = tally.take();
    tally.noteDrift('readCallout', ['callout.mood'], later);
    tally.putBack(failed);
    expect(tally.take().drift).toEqual([
      {
        operation: 'readCallout',
        name: 'callout.mood',
        firstSeenAt: AT.toISOString(),
        lastSeenAt: later.toISOString(),
        times: 2,
      },
    ]);
  });
});
