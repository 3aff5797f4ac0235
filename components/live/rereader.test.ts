import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRereader, REREAD_GAP_MS } from '#components/live/rereader.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('reads at once, and a hundred changes in a moment once more', async () => {
  const read = vi.fn(async () => undefined);
  const { reread } = createRereader(read);
  for (let change = 0; change < 100; change += 1) reread();
  expect(read).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(REREAD_GAP_MS);
  expect(read).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(read).toHaveBeenCalledTimes(2);
});

test('what changes during a reading is read after it, also when that one fails', async () => {
  let fail: (reason: Error) => void = () => undefined;
  const read = vi.fn(
    () =>
      new Promise((_resolve, reject) => {
        fail = reject;
      }),
  );
  const { reread } = createRereader(read);
  reread();
  reread();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(read).toHaveBeenCalledTimes(1);
  fail(new Error('no connection'));
  await vi.advanceTimersByTimeAsync(REREAD_GAP_MS);
  expect(read).toHaveBeenCalledTimes(2);
});

test('reads nothing more once it was stopped', async () => {
  const read = vi.fn(async () => undefined);
  const { reread, stop } = createRereader(read);
  reread();
  reread();
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  reread();
  expect(read).toHaveBeenCalledTimes(1);
});
