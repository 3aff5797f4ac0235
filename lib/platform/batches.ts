type Waiting<Item> = { item: Item; size: number; done: PromiseWithResolvers<boolean> };

export type Batches<Item> = {
  /** True when written, false when the queue is full. Rejects when its batch could not be written. */
  readonly add: (item: Item) => Promise<boolean>;
};

/** Batches items that arrive while a batch is being written. `room` bounds the queue, in units of `sizeOf`. */
export function batchesOf<Item>(
  write: (items: readonly Item[]) => Promise<void>,
  limits: { most: number; room: number; sizeOf: (item: Item) => number },
): Batches<Item> {
  const queue: Waiting<Item>[] = [];
  let taken = 0;
  let isWriting = false;

  async function writeAll(): Promise<void> {
    isWriting = true;
    while (queue.length > 0) await writeBatch(queue.splice(0, limits.most));
    isWriting = false;
  }

  async function writeBatch(batch: readonly Waiting<Item>[]): Promise<void> {
    try {
      await write(batch.map(({ item }) => item));
      for (const { done } of batch) done.resolve(true);
    } catch (error) {
      for (const { done } of batch) done.reject(error);
    }
    for (const { size } of batch) taken -= size;
  }

  return {
    add: (item) => {
      const size = limits.sizeOf(item);
      if (taken + size > limits.room) return Promise.resolve(false);
      taken += size;
      const done = Promise.withResolvers<boolean>();
      queue.push({ item, size, done });
      if (!isWriting) void writeAll();
      return done.promise;
    },
  };
}
