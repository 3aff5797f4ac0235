import { expect, test } from 'vitest';
import { batchesOf } from './batches.ts';

/** A writer that records its batches and ends each on demand. */
function heldWriter() {
  const batches: (readonly number[])[] = [];
  const gates: PromiseWithResolvers<void>[] = [];
  const write = (items: readonly number[]) => {
    batches.push(items);
    const gate = Promise.withResolvers<void>();
    gates.push(gate);
    return gate.promise;
  };
  return { batches, write, gates };
}

const limits = { most: 3, room: 5, sizeOf: () => 1 };

test('the first is written at once, and what comes meanwhile together', async () => {
  const { batches, write, gates } = heldWriter();
  const { add } = batchesOf(write, limits);
  const first = add(1);
  const others = [add(2), add(3), add(4)];
  expect(batches).toEqual([[1]]);
  gates[0]?.resolve();
  expect(await first).toBe(true);
  await Promise.resolve();
  expect(batches).toEqual([[1], [2, 3, 4]]);
  gates[1]?.resolve();
  expect(await Promise.all(others)).toEqual([true, true, true]);
});

test('there is room for so many and no more, until some are written', async () => {
  const { write, gates } = heldWriter();
  const { add } = batchesOf(write, limits);
  const taken = [1, 2, 3, 4, 5].map(add);
  expect(await add(6)).toBe(false);
  gates[0]?.resolve();
  await taken[0];
  void add(7);
  expect(await add(8)).toBe(false);
});

test('a batch that cannot be written fails its own items and no others', async () => {
  const { write, gates } = heldWriter();
  const { add } = batchesOf(write, limits);
  const first = add(1);
  const second = add(2);
  gates[0]?.reject(new Error('the database is away'));
  await expect(first).rejects.toThrow('away');
  gates[1]?.resolve();
  expect(await second).toBe(true);
});
