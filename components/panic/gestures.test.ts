import { describe, expect, it } from 'vitest';
import { isOutside, isSynthetic, momentOf } from '#components/panic/gestures.ts';

const CIRCLE = { left: 100, top: 100, width: 200, height: 200 };

describe('isOutside', () => {
  it('follows the circle, not its square', () => {
    expect(isOutside(CIRCLE, 200, 105)).toBe(false);
    expect(isOutside(CIRCLE, 105, 105)).toBe(true);
  });

  it('forgives a trembling finger at the rim', () => {
    expect(isOutside(CIRCLE, 311, 200)).toBe(false);
    expect(isOutside(CIRCLE, 313, 200)).toBe(true);
  });
});

describe('momentOf', () => {
  it('is when the event happened, not when it is heard of', () => {
    expect(momentOf({ timeStamp: 4_000 }, 5_500)).toBe(4_000);
  });

  it.each([1_790_000_000_000, 6_000, -70_000])('is now when the event says %i', (timeStamp) => {
    expect(momentOf({ timeStamp }, 5_500)).toBe(5_500);
  });
});

describe('isSynthetic', () => {
  const finger = { width: 40, height: 42, pressure: 0.6, detail: 0, pointerType: 'touch' };
  const mouse = { width: 1, height: 1, pressure: 0.5, detail: 0, pointerType: 'mouse' };

  it('tells a screen reader from a finger and from a mouse', () => {
    expect(isSynthetic(finger)).toBe(false);
    expect(isSynthetic(mouse)).toBe(false);
    expect(isSynthetic({ ...finger, width: 0, height: 0 })).toBe(true);
    expect(isSynthetic({ ...mouse, pressure: 0 })).toBe(true);
  });
});
