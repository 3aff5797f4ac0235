import { describe, expect, it } from 'vitest';
import { CODES_KEY, type DeviceStore } from '#components/panic/device-store.ts';
import { codeOf, type KeptCode, readCodes, takeCodedId } from '#components/panic/text-codes.ts';
import { textTo } from '#components/panic/text-for-help.tsx';

const LATER = '2999-01-01T00:00:00.000Z';
const FIRST: KeptCode = { pressId: 'a', code: 'CODE-A', expiresAt: LATER };
const SECOND: KeptCode = { pressId: 'b', code: 'CODE-B', expiresAt: LATER };

function storeWith(kept: unknown, isFull = false) {
  const items = new Map([[CODES_KEY, JSON.stringify(kept)]]);
  return (): DeviceStore => ({
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      if (isFull) throw new Error('full');
      items.set(key, value);
    },
    removeItem: (key) => void items.delete(key),
  });
}

describe('the codes of this device', () => {
  it('give each press an id of its own, whose code is known from then on', () => {
    const store = storeWith([FIRST, SECOND]);
    expect([takeCodedId(store), takeCodedId(store), takeCodedId(store)]).toEqual(['a', 'b', undefined]);
    expect([codeOf('a', store), codeOf('b', store), codeOf('c', store)]).toEqual([
      'CODE-A',
      'CODE-B',
      undefined,
    ]);
  });

  it('that have run out count no more', () => {
    const store = storeWith([{ ...FIRST, expiresAt: '2001-01-01T00:00:00.000Z' }, SECOND]);
    expect(readCodes(store)).toEqual([SECOND]);
    expect(takeCodedId(store)).toBe('b');
  });

  it.each([null, 'codes', [null, 1, {}], { 0: FIRST }])('are none where the device holds %j', (kept) => {
    expect(takeCodedId(storeWith(kept))).toBeUndefined();
  });

  it('are not used where it cannot be kept that one was', () => {
    expect(takeCodedId(storeWith([FIRST], true))).toBeUndefined();
  });
});

describe('Text for help', () => {
  it('writes the message that the server reads, with the position where there is one', () => {
    const fix = {
      latitude: -26.1,
      longitude: 28.051234,
      accuracy: 9,
      fixedAt: LATER,
      source: 'live',
    } as const;
    const bodyOf = (href: string) => decodeURIComponent(href.split('body=')[1] ?? '');
    expect(textTo('+27821234567', 'CODE', fix)).toMatch(/^sms:\+27821234567\?&body=/);
    expect(bodyOf(textTo('31234', 'CODE', fix))).toBe('SOS CODE -26.10000,28.05123');
    expect(bodyOf(textTo('31234', 'CODE'))).toBe('SOS CODE');
  });
});
