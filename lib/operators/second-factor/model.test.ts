import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CEREMONY_TIMEOUT_MS, ceremonyProblem, relyingPartyAt, stepUpTarget } from './model.ts';

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

describe('where a step-up goes on', () => {
  const SITE = 'https://vigil.example';
  const BOARD = { href: '/admin/callouts', isFile: false };

  test.each([
    ['/admin/operators', { href: '/admin/operators', isFile: false }],
    ['/admin/customers/7?q=a', { href: '/admin/customers/7?q=a', isFile: false }],
    ['/api/admin/audit?from=2026-01-01', { href: '/api/admin/audit?from=2026-01-01', isFile: true }],
    [`${SITE}/admin/operators`, { href: '/admin/operators', isFile: false }],
    ['', BOARD],
    ['/panic', BOARD],
    ['/admin/../panic', BOARD],
    ['/admin/step-up?to=/admin/step-up', BOARD],
    ['/admin/new-password/x', BOARD],
    ['https://elsewhere.example/admin/operators', BOARD],
    ['//elsewhere.example/admin/operators', BOARD],
    ['/\\elsewhere.example/admin/operators', BOARD],
    ['javascript:alert(1)//admin/', BOARD],
  ])('%s', (asked, target) => {
    expect(stepUpTarget(asked, SITE)).toEqual(target);
  });

  test('is never anywhere else, whatever a link says', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string(), fc.webPath()), (asked) => {
        const { href } = stepUpTarget(asked, SITE);
        expect(new URL(href, SITE).origin).toBe(SITE);
        expect(href).toMatch(/^\/(api\/)?admin\//);
      }),
    );
  });
});
