import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { clockTickMs, subscribeToClock } from '#components/ui/shared-clock.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

it('tells all its listeners the same moment, with one timer', () => {
  const seen: number[] = [];
  const stops = [1, 2, 3].map(() => subscribeToClock(() => seen.push(clockTickMs())));
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(1_000);
  expect(seen).toEqual([1_001_000, 1_001_000, 1_001_000]);
  for (const stop of stops) stop();
});

it('runs only while somebody listens', () => {
  const listener = vi.fn();
  const stop = subscribeToClock(listener);
  stop();
  vi.advanceTimersByTime(5_000);
  expect(listener).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
