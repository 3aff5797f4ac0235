import { describe, expect, it } from 'vitest';
import { clearPresses, forgetPress, keepPress, recallPress } from '#components/panic/kept-press.ts';
import type { Press } from '#components/panic/press.ts';

const PRESS: Press = {
  pressId: '0b54a3b1-6d0b-4c8b-9f0b-0d7c6f6f7a11',
  pressedAt: '2026-11-23T10:00:00.000Z',
  kind: 'real',
  location: {
    latitude: -26.1,
    longitude: 28.1,
    accuracy: 9,
    fixedAt: '2026-11-23T09:59:59.000Z',
    source: 'live',
  },
};

function fakeStorage() {
  const items = new Map<string, string>();
  return () => ({
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  });
}

const refusing = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

describe('a kept press', () => {
  it('is recalled as it was', () => {
    const storage = fakeStorage();
    expect(keepPress(PRESS, storage)).toBe(true);
    expect(recallPress(storage)).toEqual(PRESS);
  });

  it('is gone once it is forgotten', () => {
    const storage = fakeStorage();
    keepPress(PRESS, storage);
    forgetPress(PRESS.pressId, storage);
    expect(recallPress(storage)).toBeUndefined();
  });

  it('is gone when the device is cleared, whatever is kept there', () => {
    for (const text of [JSON.stringify(PRESS), '{']) {
      const storage = fakeStorage();
      storage().setItem('vigil.press', text);
      clearPresses(storage);
      expect(storage().getItem('vigil.press')).toBeNull();
    }
    expect(() => clearPresses(refusing)).not.toThrow();
  });

  it('stays when an older press ends', () => {
    const storage = fakeStorage();
    keepPress(PRESS, storage);
    forgetPress('7c9e6679-7425-40de-944b-e07fc1f90ae7', storage);
    expect(recallPress(storage)).toEqual(PRESS);
  });

  it('stops nothing where the browser keeps nothing', () => {
    expect(keepPress(PRESS, refusing)).toBe(false);
    expect(recallPress(refusing)).toBeUndefined();
    expect(() => forgetPress(PRESS.pressId, refusing)).not.toThrow();
  });

  it.each(['{', '{}', '[]', '{"pressId":"x"}'])('is nothing when the device holds %s', (text) => {
    const storage = fakeStorage();
    storage().setItem('vigil.press', text);
    expect(recallPress(storage)).toBeUndefined();
  });
});
