import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  calloutParts,
  leadsToNewest,
  partIn,
  rowAfter,
  SHORTCUT_WORDS,
  shortcutOf,
} from '#components/admin/keys/shortcut-model.ts';

const FREE = { isModified: false, isElsewhere: false, isOnStop: false };

describe('a key', () => {
  test('ignores keys while typing, in dialogs, and with browser modifiers', () => {
    for (const key of ['j', 'k', 'a', '/', '?', 'ArrowDown']) {
      expect(shortcutOf({ ...FREE, key, isElsewhere: true, isOnStop: true })).toBeNull();
      expect(shortcutOf({ ...FREE, key, isModified: true, isOnStop: true })).toBeNull();
    }
  });

  test('that is an arrow moves between rows only from one of them, and scrolls the page elsewhere', () => {
    expect(shortcutOf({ ...FREE, key: 'ArrowDown' })).toBeNull();
    expect(shortcutOf({ ...FREE, key: 'ArrowDown', isOnStop: true })).toBe('next');
    expect(shortcutOf({ ...FREE, key: 'ArrowUp', isOnStop: true })).toBe('previous');
  });

  test('is on the list that is shown, and the list has no other but Enter, which is the link’s own', () => {
    const listed = SHORTCUT_WORDS.flatMap(({ keys }) => keys).filter(
      (key) => /^.$/.test(key) && !/[↓↑]/.test(key),
    );
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 1 }), (key) => {
        expect(shortcutOf({ ...FREE, key }) !== null).toBe(listed.includes(key));
      }),
    );
    for (const key of listed) expect(shortcutOf({ ...FREE, key })).not.toBeNull();
  });

  test.each(['constructor', 'toString', '__proto__'])('that is named %s does nothing', (key) => {
    expect(shortcutOf({ ...FREE, key, isOnStop: true })).toBeNull();
  });
});

test('an address is about a part of the page, or about none', () => {
  for (const part of calloutParts) expect(partIn(`#${part}`)).toBe(part);
  for (const hash of ['', '#', '#callouts', 'messages']) expect(partIn(hash)).toBeNull();
});

test('g and soon after n lead to the newest alarm; nothing else does', () => {
  const keys = fc.constantFrom('g', 'n', 'a', 'Enter');
  fc.assert(
    fc.property(keys, keys, fc.nat(3_000), (first, second, afterMs) => {
      const leads = leadsToNewest({ key: first, atMs: 100 }, { key: second, atMs: 100 + afterMs });
      expect(leads).toBe(first === 'g' && second === 'n' && afterMs <= 1_500);
    }),
  );
  expect(leadsToNewest(null, { key: 'n', atMs: 100 })).toBe(false);
});

describe('the row that comes then', () => {
  test('is always one of those that are there', () => {
    const at = fc.record({ focused: fc.option(fc.nat(60)), last: fc.nat(60) });
    fc.assert(
      fc.property(fc.constantFrom<(1 | -1)[]>(1, -1), at, fc.nat(60), (step, from, count) => {
        const row = rowAfter(step, from, count);
        if (count === 0) expect(row).toBeNull();
        else expect(row !== null && row >= 0 && row < count).toBe(true);
      }),
    );
  });

  test('is the one that moved up when the one with the focus is gone', () => {
    expect(rowAfter(1, { focused: null, last: 3 }, 10)).toBe(3);
    expect(rowAfter(1, { focused: 3, last: 3 }, 10)).toBe(4);
    expect(rowAfter(-1, { focused: 0, last: 0 }, 10)).toBe(0);
  });
});
