import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recentOf, summariseCalls } from '#lib/integration/calls-model.ts';
import { presentable, withDrift } from '#lib/integration/doctor-model.ts';
import { quantileOf } from '#lib/integration/latency-model.ts';
import { certainSkewMs, skewText } from '#lib/integration/model.ts';
import { HTTP_GRAIN_MS, skewFrom } from '#lib/platform/clock-skew.ts';
import { bucketOf } from '#lib/upstream/duration-buckets.ts';

describe('a quantile', () => {
  const durations = fc.array(fc.integer({ min: 1, max: 30_000 }), { minLength: 1, maxLength: 300 });
  const share = fc.constantFrom(0.5, 0.9, 0.95, 1);

  test('that is read from buckets is never too small, and at most a fifth and a millisecond too large', () => {
    fc.assert(
      fc.property(durations, share, (all, wanted) => {
        const exact = all.toSorted((a, b) => a - b)[Math.max(1, Math.ceil(all.length * wanted)) - 1] ?? 0;
        const read = quantileOf(
          all.map((duration) => ({ bucketMs: bucketOf(duration), attempts: 1 })),
          wanted,
        );
        expect(read).toBeGreaterThanOrEqual(exact);
        expect(read).toBeLessThan(exact * 1.19 + 1);
      }),
    );
  });

  test('of nothing is nothing', () => {
    expect(quantileOf([], 0.5)).toBe(0);
  });
});

describe('the other clock', () => {
  const reading = fc.record({
    sentAtMs: fc.integer({ min: 1_700_000_000_000, max: 1_800_000_000_000 }),
    thereMs: fc.integer({ min: 0, max: 2_000 }),
    backMs: fc.integer({ min: 0, max: 2_000 }),
  });

  test('lies within the bounds, whatever it is ahead by and however long answers take', () => {
    fc.assert(
      fc.property(
        fc.array(reading, { minLength: 1, maxLength: 10 }),
        fc.integer({ min: -1e7, max: 1e7 }),
        (all, aheadMs) => {
          const readings = all.map(({ sentAtMs, thereMs, backMs }) => ({
            theirsMs: Math.floor((sentAtMs + thereMs + aheadMs) / HTTP_GRAIN_MS) * HTTP_GRAIN_MS,
            sentAtMs,
            heardAtMs: sentAtMs + thereMs + backMs,
          }));
          const skew = skewFrom(readings, HTTP_GRAIN_MS);
          expect(skew?.leastMs).toBeLessThanOrEqual(aheadMs);
          expect(skew?.mostMs).toBeGreaterThanOrEqual(aheadMs);
          if (skew) expect(certainSkewMs(skew)).toBeLessThanOrEqual(Math.abs(aheadMs));
        },
      ),
    );
  });

  test('is known by the latest answer alone when a clock was set in between, and by none not at all', () => {
    const before = { theirsMs: 0, sentAtMs: 0, heardAtMs: 10 };
    const after = { theirsMs: 100_000, sentAtMs: 20, heardAtMs: 30 };
    expect(skewFrom([before, after], HTTP_GRAIN_MS)).toMatchObject({ leastMs: 99_970, mostMs: 100_980 });
    expect(skewFrom([], HTTP_GRAIN_MS)).toBeNull();
  });

  test.each([
    [{ leastMs: -400, mostMs: 600 }, 'the same, to 600 ms'],
    [{ leastMs: 5_000, mostMs: 6_000 }, '5.0 s to 6.0 s ahead of ours'],
    [{ leastMs: -301_000, mostMs: -300_000 }, '5.0 min to 5.0 min behind ours'],
  ])('%j reads "%s"', (skew, text) => {
    expect(skewText(skew)).toBe(text);
  });
});

describe('counted calls', () => {
  const row = { operation: 'readCallout', outcome: 'ok', bucketMs: 46, attempts: 3, recent: 1 };
  const lastAt = new Date('2026-11-23T10:00:00Z');

  test('are added up by operation; refusals are no failures', () => {
    const rows = [
      { ...row, lastAt },
      { ...row, outcome: 'timeout', bucketMs: 4_871, attempts: 1, lastAt },
      { ...row, outcome: 'not_found', attempts: 2, lastAt },
      { ...row, operation: 'createToken', outcome: 'unauthorised', attempts: 1, lastAt },
    ];
    expect(summariseCalls(rows)).toEqual([
      {
        operation: 'readCallout',
        attempts: 6,
        failed: 1,
        outcomes: [
          { outcome: 'timeout', attempts: 1 },
          { outcome: 'not_found', attempts: 2 },
        ],
        p50Ms: 46,
        p95Ms: 4_871,
        lastAt: lastAt.toISOString(),
      },
      expect.objectContaining({ operation: 'createToken', failed: 0 }),
    ]);
    expect(recentOf(rows)).toEqual({ attempts: 4, failed: 1, credentialsRefused: 1 });
  });
});

describe('words of AURA’s', () => {
  test.each([
    ['No active subscription.', 'No active subscription.'],
    ['See https://track.aura.services/?sessionToken=secret now', 'See (an address) now'],
    ['two\nlines\u0000 and\u202e more', 'two lines and more'],
  ])('%j become %j', (words, shown) => {
    expect(presentable(words)).toBe(shown);
  });

  test('never hold an address that opens something, and never grow long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.webUrl(), (text, url) => {
        const shown = presentable(`${text} ${url} ${text}`);
        expect(shown).not.toContain('://');
        expect(shown.length).toBeLessThanOrEqual(161);
      }),
    );
  });

  test('that are new to us are named, a few of them', () => {
    expect(withDrift('Read.', [])).toEqual({ seen: 'Read.' });
    expect(withDrift('Read.', ['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toEqual({
      seen: 'Read. New to us: a, b, c, d, e and 2 more.',
      problem: 'drift',
    });
  });
});
