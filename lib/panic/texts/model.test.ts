import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CODE_ALPHABET, CODE_LENGTH, readPressText, refusalOf } from './model.ts';

const CODE = 'K7M2P9QX4RTW';
const PLACE = { latitude: -26.10412, longitude: 28.05123 };

describe('a text', () => {
  test.each([
    [`SOS ${CODE} -26.10412,28.05123`, PLACE],
    [`sos ${CODE.toLowerCase()} -26.10412,28.05123`, PLACE],
    [`Sos ${CODE} -26,10412,28,05123`, PLACE],
    [`SOS ${CODE} -26,10412 28,05123`, PLACE],
    [`SOS ${CODE} -26.10412; 28.05123`, PLACE],
    [`  SOS:  ${CODE},\n-26.10412,  28.05123 please hurry`, PLACE],
    [`${CODE} -26.10412,28.05123`, PLACE],
    [`help SOS ${CODE} -26,28`, { latitude: -26, longitude: 28 }],
    [`SOS ${CODE}`, null],
    [`SOS ${CODE} `, null],
    [`SOS ${CODE} near the station`, null],
    [`SOS ${CODE} 91.5,28.1`, null],
    [`SOS ${CODE} -26.1`, null],
    [`SOS ${CODE} ${'9'.repeat(5_000)}`, null],
  ])('%# is read leniently', (body, place) => {
    expect(readPressText(body)).toEqual({ code: CODE, place });
  });

  test.each(['', 'SOS', 'SOS -26.1,28.1', 'SOS K7M2P9', `SOS ${CODE}X`, `x${CODE}`, 'z'.repeat(5_000)])(
    'without a code of ours is none: %#',
    (body) => {
      expect(readPressText(body)).toBeNull();
    },
  );

  test('as a page writes it, is read for each code and place on Earth', () => {
    const code = fc
      .array(fc.constantFrom(...CODE_ALPHABET), { minLength: CODE_LENGTH, maxLength: CODE_LENGTH })
      .map((letters) => letters.join(''));
    const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
    fc.assert(
      fc.property(code, degrees(90), degrees(180), (each, latitude, longitude) => {
        const [north, east] = [latitude.toFixed(5), longitude.toFixed(5)];
        const place = { latitude: Number(north), longitude: Number(east) };
        expect(readPressText(`SOS ${each} ${north},${east}`)).toEqual({ code: each, place });
      }),
    );
  });

  test('of anything is read without a defect', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 5_000 }), (body) => {
        const text = readPressText(body);
        if (text?.place) expect(Math.abs(text.place.latitude)).toBeLessThanOrEqual(90);
      }),
    );
  });
});

describe('a code', () => {
  const at = new Date('2026-11-23T10:00:00Z');
  const issued = {
    mobile: '+27820000001',
    expiresAt: new Date(at.getTime() + 1),
    usedAt: null,
    isStanding: true,
  };
  const by = { from: issued.mobile, at };

  test.each([
    ['that stands', {}, {}, null],
    ['of another person', {}, { from: '+27820000002' }, 'other_number'],
    ['from no number', {}, { from: null }, 'other_number'],
    ['that was used', { usedAt: at }, {}, 'replayed'],
    ['that ran out', { expiresAt: at }, {}, 'expired'],
    ['of a button that was switched off', { isStanding: false }, {}, 'expired'],
  ])('%s', (_which, code, sender, reason) => {
    expect(refusalOf({ ...issued, ...code }, { ...by, ...sender })).toBe(reason);
  });
});
