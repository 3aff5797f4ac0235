import { expect, it } from 'vitest';
import { forgetFix, hasFixedLately, keepFix, recallFix } from '#components/panic/kept-fix.ts';
import type { SoughtFix } from '#components/panic/position-seeker.ts';

const FIX: SoughtFix = {
  latitude: -26.1,
  longitude: 28.1,
  accuracy: 9,
  fixedAt: '2026-11-23T09:59:59.000Z',
  source: 'live',
};

function storageWith(text?: string) {
  const items = new Map(text === undefined ? [] : [['vigil.fix', text]]);
  return () => ({
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  });
}

it('is recalled as the last known one, whatever it was when it was kept', () => {
  const storage = storageWith();
  keepFix(FIX, storage);
  expect(recallFix(storage)).toEqual({ ...FIX, source: 'last_known' });
});

it('is none once it is forgotten', () => {
  const storage = storageWith();
  keepFix(FIX, storage);
  forgetFix(storage);
  expect(recallFix(storage)).toBeUndefined();
});

it.each([undefined, '{', '{}', '{"latitude":200}'])('is none when the device holds %s', (text) => {
  expect(recallFix(storageWith(text))).toBeUndefined();
});

it('stops nothing where the browser keeps nothing', () => {
  const refusing = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  expect(() => keepFix(FIX, refusing)).not.toThrow();
  expect(() => forgetFix(refusing)).not.toThrow();
  expect(recallFix(refusing)).toBeUndefined();
});

it('counts as lately for a quarter of an hour, by a clock that may be a little off', () => {
  const at = Date.parse(FIX.fixedAt);
  const minutes = [0, 15, 16, -15, -16, 60 * 24];
  expect(minutes.map((each) => hasFixedLately(FIX, at + each * 60_000))).toEqual([
    ...[true, true, false, true, false, false],
  ]);
  expect(hasFixedLately(undefined, at)).toBe(false);
});
