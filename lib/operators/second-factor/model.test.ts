import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CEREMONY_TIMEOUT_MS, ceremonyProblem, relyingPartyAt } from './model.ts';

describe('whom passkeys are for', () => {
  test.each([
    ['https://vigil.example', { id: 'vigil.example', origin: 'https://vigil.example' }],
    ['https://vigil.example:8443/', { id: 'vigil.example', origin: 'https://vigil.example:8443' }],
    ['http://localhost:3000', { id: 'localhost', origin: 'http://localhost:3000' }],
    ['http://vigil.localhost:3000', { id: 'vigil.localhost', origin: 'http://vigil.localhost:3000' }],
    ['http://vigil.example', null],
    ['http://notlocalhost', null],
    ['https://192.0.2.1', null],
    ['http://127.0.0.1:3000', null],
    ['https://[2001:db8::1]', null],
  ])('at %s', (appUrl, party) => {
    expect(relyingPartyAt(appUrl)).toEqual(party);
  });
});

describe('what a browser says when there is no answer', () => {
  test('is one name for a no and for a time that ran out, distinguished by the elapsed time', () => {
    const before = fc.integer({ min: 0, max: CEREMONY_TIMEOUT_MS - 1 });
    fc.assert(fc.property(before, (ms) => ceremonyProblem('NotAllowedError', ms) === 'passkey.cancelled'));
    const after = fc.integer({ min: CEREMONY_TIMEOUT_MS, max: 10 * CEREMONY_TIMEOUT_MS });
    fc.assert(fc.property(after, (ms) => ceremonyProblem('NotAllowedError', ms) === 'passkey.timed_out'));
  });

  test.each([
    ['AbortError', 'passkey.cancelled'],
    ['InvalidStateError', 'passkey.known'],
    ['SecurityError', 'passkey.wrong_origin'],
    ['NotSupportedError', 'passkey.unavailable'],
    ['Error', 'passkey.unavailable'],
    ['', 'passkey.unavailable'],
  ])('%s', (name, code) => {
    expect(ceremonyProblem(name, 10)).toBe(code);
  });
});
