import { afterEach, describe, expect, it, vi } from 'vitest';
import { newPress } from '#components/panic/new-press.ts';
import { asRecalled, readPress } from '#components/panic/press.ts';
import { uuidFrom } from '#components/panic/press-id.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('newPress', () => {
  it('has an id of its own', () => {
    expect(newPress('real').pressId).not.toBe(newPress('real').pressId);
  });

  it('has a valid id also where the browser withholds randomUUID', () => {
    vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes.fill(0xff) });
    const made = newPress('test');
    expect(readPress(made)).toEqual(made);
  });
});

describe('uuidFrom', () => {
  it('marks version and variant and leaves the other bits alone', () => {
    const bytes = Uint8Array.from({ length: 16 }, (_, index) => index);
    expect(uuidFrom(bytes)).toBe('00010203-0405-4607-8809-0a0b0c0d0e0f');
    expect(uuidFrom(new Uint8Array(16).fill(0xff))).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
  });
});

describe('asRecalled', () => {
  const location = { latitude: 1, longitude: 2, accuracy: 3, fixedAt: '2026-11-23T10:00:00.000Z' };

  it('no longer calls its position live', () => {
    const written = { ...newPress('real'), location: { ...location, source: 'live' as const } };
    expect(asRecalled(written).location).toEqual({ ...location, source: 'last_known' });
  });

  it('leaves a press without a position as it was', () => {
    const written = newPress('real');
    expect(asRecalled(written)).toEqual(written);
  });
});
