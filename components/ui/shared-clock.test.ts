import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { clockTickMs, firstTickOf, subscribeToClock } from '#components/ui/shared-clock.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

it('gives all listeners the same time, with one timer', () => {
  const seen: number[] = [];
  const stops = [1, 2, 3].map(() => subscribeToClock(() => seen.push(clockTickMs())));
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(1_000);
  expect(seen).toEqual([1_001_000, 1_001_000, 1_001_000]);
  for (const stop of stops) stop();
});

it('runs only while it has listeners', () => {
  const listener = vi.fn();
  const stop = subscribeToClock(listener);
  stop();
  vi.advanceTimersByTime(5_000);
  expect(listener).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

it('counts from when a server time was first seen', () => {
  const stop = subscribeToClock(() => undefined);
  const heardAt = firstTickOf('2026-11-23T10:00:00Z');
  vi.advanceTimersByTime(4_000);
  expect(firstTickOf('2026-11-23T10:00:00Z')).toBe(heardAt);
  expect(clockTickMs() - heardAt).toBe(4_000);
  // What is still shown outlives any number of others.
  for (let n = 0; n < 1_000; n += 1) {
    firstTickOf(`other ${n}`);
    if (n % 100 === 0) firstTickOf('2026-11-23T10:00:00Z');
  }
  expect(firstTickOf('2026-11-23T10:00:00Z')).toBe(heardAt);
  stop();
});

it('ignores the time without listeners', () => {
  vi.advanceTimersByTime(60_000);
  const heardAt = firstTickOf('2026-11-23T11:00:00Z');
  const stop = subscribeToClock(() => undefined);
  expect(clockTickMs() - heardAt).toBe(0);
  stop();
});
