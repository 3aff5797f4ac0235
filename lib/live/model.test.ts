import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFollowed, pollEveryMs } from './model.ts';
import { followedIn, follows } from './schema.ts';

const id = fc.oneof(fc.nat().map(String), fc.uuid());
const topic = fc
  .tuple(fc.constantFrom('callout', 'press'), id)
  .map(([kind, name]) => `${kind}:${name}` as const);

describe('what a query follows', () => {
  test('matches itself and nothing else', () => {
    fc.assert(
      fc.property(topic, topic, (followed, changed) => {
        expect(isFollowed([followed], changed)).toBe(followed === changed);
      }),
    );
  });

  test('matches all of a kind with a wildcard', () => {
    fc.assert(
      fc.property(topic, (changed) => {
        expect(isFollowed(['callout:*'], changed)).toBe(changed.startsWith('callout:'));
      }),
    );
  });

  test('of one callout includes its ages, a list of all does not', () => {
    fc.assert(
      fc.property(id, id, (one, other) => {
        expect(isFollowed([`callout:${one}`], `age:${other}`)).toBe(one === other);
        expect(isFollowed(['callout:*', 'press:*', 'attention:*'], `age:${one}`)).toBe(false);
        expect(isFollowed(['age:*'], `age:${one}`)).toBe(true);
      }),
    );
  });

  test('is what its meta says, and nothing for a query that says nothing', () => {
    expect(followedIn(follows('callout:42'))).toEqual(['callout:42']);
    for (const meta of [undefined, null, {}, { follows: 'callout:42' }, 'callout:42']) {
      expect(followedIn(meta)).toEqual([]);
    }
  });
});

test('a page polls faster without a stream, and at least every five seconds', () => {
  expect(pollEveryMs(false)).toBeLessThan(pollEveryMs(true));
  expect(pollEveryMs(true)).toBeLessThanOrEqual(5_000);
});
