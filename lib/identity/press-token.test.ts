import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  PRESS_TOKEN_LIFETIME_MS,
  type PressClaims,
  readPressToken,
  signPressToken,
} from '#lib/identity/press-token.ts';
import { keyedHash } from '#lib/platform/secret-box.ts';

const ISSUED_MS = Date.UTC(2026, 0, 1);
const CLAIMS: PressClaims = { personId: 'p1', customerId: 100_001, edition: 1, issuedAtMs: ISSUED_MS };

test('a token gives back its claims until it runs out', () => {
  const token = signPressToken(CLAIMS);
  fc.assert(
    fc.property(fc.nat(PRESS_TOKEN_LIFETIME_MS), (ageMs) => {
      expect(readPressToken(token, new Date(ISSUED_MS + ageMs))).toEqual(CLAIMS);
    }),
  );
  expect(readPressToken(token, new Date(ISSUED_MS + PRESS_TOKEN_LIFETIME_MS + 1))).toBeNull();
});

test('only signed text is a token, and none throws', () => {
  const anything = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.tuple(fc.string(), fc.string()).map((parts) => parts.join('.')),
  );
  fc.assert(
    fc.property(anything, (text) => {
      expect(readPressToken(text, new Date(ISSUED_MS))).toBeNull();
    }),
  );
});

test('a token that was altered anywhere is refused', () => {
  const token = signPressToken(CLAIMS);
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.constantFrom('A', 'z', '.', 'é', '😀'), (at, other) => {
      fc.pre(token[at] !== other);
      expect(
        readPressToken(`${token.slice(0, at)}${other}${token.slice(at + 1)}`, new Date(ISSUED_MS)),
      ).toBeNull();
    }),
  );
});

test('what was signed for another purpose is no press token', () => {
  const body = Buffer.from(JSON.stringify(CLAIMS)).toString('base64url');
  expect(readPressToken(`${body}.${keyedHash('one-time-code', body)}`, new Date(ISSUED_MS))).toBeNull();
});
