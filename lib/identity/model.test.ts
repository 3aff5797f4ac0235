import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CODE_LIFETIME_MS, CODE_MAX_TRIES, CODE_REPEAT_MS, judgeCode } from '#lib/identity/model.ts';

const ISSUED_MS = Date.UTC(2026, 0, 1);

const instant = (afterIssueMs: number) => new Date(ISSUED_MS + afterIssueMs);
const whileValid = fc.integer({ min: 0, max: CODE_LIFETIME_MS - 1 });
const fewWrongTries = fc.integer({ min: 0, max: CODE_MAX_TRIES - 1 });

function judge(options: { wrongTries: number; usedMs: number | null; matches: boolean; atMs: number }) {
  const record = {
    expiresAt: instant(CODE_LIFETIME_MS),
    wrongTries: options.wrongTries,
    usedAt: options.usedMs === null ? null : instant(options.usedMs),
  };
  return judgeCode(record, options.matches, instant(options.atMs));
}

test('a code is never accepted from its expiry on', () => {
  const anyUse = fc.option(whileValid, { nil: null });
  const late = fc.integer({ min: CODE_LIFETIME_MS, max: 100 * CODE_LIFETIME_MS });
  fc.assert(
    fc.property(late, anyUse, fc.nat(20), fc.boolean(), (atMs, usedMs, wrongTries, matches) => {
      expect(judge({ wrongTries, usedMs, matches, atMs })).toBe('code.expired');
    }),
  );
});

test('a code works until the instant of its expiry, and not at it', () => {
  const fresh = { wrongTries: 0, usedMs: null, matches: true };
  expect(judge({ ...fresh, atMs: CODE_LIFETIME_MS - 1 })).toBe('accepted');
  expect(judge({ ...fresh, atMs: CODE_LIFETIME_MS })).toBe('code.expired');
});

test('a code is never accepted after five wrong tries, however right', () => {
  fc.assert(
    fc.property(whileValid, fc.integer({ min: CODE_MAX_TRIES, max: 1_000 }), (atMs, wrongTries) => {
      expect(judge({ wrongTries, usedMs: null, matches: true, atMs })).toBe('code.expired');
    }),
  );
});

test('a used code is accepted again within the repeat window only', () => {
  fc.assert(
    fc.property(whileValid, fc.nat(2 * CODE_REPEAT_MS), fewWrongTries, (usedMs, laterMs, wrongTries) => {
      const atMs = usedMs + laterMs;
      fc.pre(atMs < CODE_LIFETIME_MS);
      const verdict = judge({ wrongTries, usedMs, matches: true, atMs });
      expect(verdict).toBe(laterMs > CODE_REPEAT_MS ? 'code.expired' : 'accepted');
    }),
  );
});

test('a wrong code is never accepted', () => {
  const anyUse = fc.option(whileValid, { nil: null });
  fc.assert(
    fc.property(fc.nat(2 * CODE_LIFETIME_MS), anyUse, fc.nat(20), (atMs, usedMs, wrongTries) => {
      expect(judge({ wrongTries, usedMs, matches: false, atMs })).not.toBe('accepted');
    }),
  );
});

test('a fresh right code is accepted, and a wrong one may be tried again', () => {
  fc.assert(
    fc.property(whileValid, fewWrongTries, (atMs, wrongTries) => {
      expect(judge({ wrongTries, usedMs: null, matches: true, atMs })).toBe('accepted');
      expect(judge({ wrongTries, usedMs: null, matches: false, atMs })).toBe('code.wrong');
    }),
  );
});
