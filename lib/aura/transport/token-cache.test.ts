import { describe, expect, test } from 'vitest';
import { startDeadline } from './deadline.ts';
import { fakeClock } from './fake-clock.ts';
import { createTokenCache, type StoredToken, type TokenStore } from './token-cache.ts';

const lifetimeMs = 3_600_000;

function cacheOf(options: { store?: TokenStore; fail?: () => boolean } = {}) {
  const clock = fakeClock();
  let requests = 0;
  const request = async (): Promise<StoredToken> => {
    requests += 1;
    const accessToken = `token-${requests}`;
    await new Promise<void>((resolve) => clock.after(50, resolve));
    if (options.fail?.()) throw new Error('AURA is down');
    return { accessToken, expiresAt: clock.now() + lifetimeMs };
  };
  const cache = createTokenCache(clock, request, options.store);
  const current = () => {
    const deadline = startDeadline(clock, 1_000);
    return cache.current(deadline).finally(deadline.stop);
  };
  const settle = async () => (await clock.runUntilSettled(current())).result;
  return { clock, cache, current, settle, requests: () => requests };
}

describe('the server token', () => {
  test('is fetched once for 200 concurrent calls when the old one has ended', async () => {
    const { clock, current, settle, requests } = cacheOf();
    await settle();
    clock.advance(lifetimeMs + 1);
    const { result } = await clock.runUntilSettled(Promise.all(Array.from({ length: 200 }, current)));
    expect(result).toMatchObject({ status: 'fulfilled' });
    expect(requests()).toBe(2);
    if (result.status === 'fulfilled') expect(new Set(result.value)).toEqual(new Set(['token-2']));
  });

  test('is fetched once for 200 concurrent calls that were all refused it', async () => {
    const { clock, cache, current, settle, requests } = cacheOf();
    await settle();
    const again = Array.from({ length: 200 }, () => {
      cache.refuse('token-1');
      return current();
    });
    await clock.runUntilSettled(Promise.all(again));
    cache.refuse('token-1');
    expect(await settle()).toMatchObject({ value: 'token-2' });
    expect(requests()).toBe(2);
  });

  test('is renewed before it ends, without making a call wait', async () => {
    const { clock, current, settle, requests } = cacheOf();
    await settle();
    clock.advance(lifetimeMs - 59_000);
    const startedAt = clock.now();
    const { settledAt, result } = await clock.runUntilSettled(current());
    expect(result).toMatchObject({ value: 'token-1' });
    expect(settledAt).toBe(startedAt);
    expect(requests()).toBe(2);
    await clock.runUntilSettled(new Promise<void>((resolve) => clock.after(60, resolve)));
    expect(await settle()).toMatchObject({ value: 'token-2' });
  });

  test('goes on working when renewing it early fails', async () => {
    let isDown = false;
    const { clock, settle } = cacheOf({ fail: () => isDown });
    await settle();
    isDown = true;
    clock.advance(lifetimeMs - 59_000);
    expect(await settle()).toMatchObject({ value: 'token-1' });
  });

  test('is shared through the store, also when the store still returns a refused one', async () => {
    let stored: StoredToken | null = null;
    const store: TokenStore = {
      read: async () => stored,
      write: async (token) => {
        stored = token;
      },
    };
    const first = cacheOf({ store });
    await first.settle();
    const second = cacheOf({ store });
    expect(await second.settle()).toMatchObject({ value: 'token-1' });
    expect(second.requests()).toBe(0);
    second.cache.refuse('token-1');
    await second.settle();
    expect(second.requests()).toBe(1);
  });

  test('does not need a store that works', async () => {
    const broken = { read: () => Promise.reject(new Error()), write: () => Promise.reject(new Error()) };
    const { settle } = cacheOf({ store: broken });
    expect(await settle()).toMatchObject({ value: 'token-1' });
  });
});
