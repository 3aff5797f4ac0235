import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deviceName, losesAdmin } from '#lib/operators/model.ts';
import { secondFactorCodeField } from '#lib/operators/schema.ts';
import { operatorRoles } from '#lib/vocabulary.ts';

const state = fc.record({ role: fc.constantFrom(...operatorRoles), isSwitchedOff: fc.boolean() });
const isAdmin = ({ role, isSwitchedOff }: { role: string; isSwitchedOff: boolean }) =>
  role === 'admin' && !isSwitchedOff;

test('a change costs an admin exactly when there was one before and is none after', () => {
  fc.assert(
    fc.property(state, state, (before, after) => {
      expect(losesAdmin(before, after)).toBe(isAdmin(before) && !isAdmin(after));
    }),
  );
});

describe('a device', () => {
  test.each([
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0 Safari/537.36',
      'Chrome on Linux',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/156.0 Safari/537.36 Edg/156.0',
      'Edge on Windows',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) AppleWebKit/605.1 Version/18 Safari/605.1',
      'Safari on macOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18 Safari/604.1',
      'Safari on iPhone or iPad',
    ],
    ['Mozilla/5.0 (Linux; Android 15) Chrome/156.0 Mobile Safari/537.36', 'Chrome on Android'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'Firefox on Linux'],
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0 Safari/537.36',
      'Chrome on Linux',
    ],
    ['', 'Unknown browser'],
  ])('%s', (userAgent, name) => {
    expect(deviceName(userAgent)).toBe(name);
  });

  test('has a name whatever it says', () => {
    fc.assert(fc.property(fc.string(), (userAgent) => deviceName(userAgent).length > 0));
  });
});

test('a typed code is of the app when it is six digits, however they are spaced, else a recovery code', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999 }), fc.constantFrom('', ' ', '-'), (number, gap) => {
      const code = String(number).padStart(6, '0');
      const typed = ` ${code.slice(0, 3)}${gap}${code.slice(3)} `;
      expect(secondFactorCodeField.parse(typed)).toEqual({ kind: 'app', code });
    }),
  );
  expect(secondFactorCodeField.parse('aB3dE-6gH8i')).toEqual({ kind: 'recovery', code: 'aB3dE-6gH8i' });
  for (const rubbish of ['', '12345', '1234567', 'aB3dE6gH8i', undefined, 7]) {
    expect(secondFactorCodeField.safeParse(rubbish).success).toBe(false);
  }
});
