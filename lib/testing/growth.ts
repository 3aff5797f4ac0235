const SMALL = 4_000;
const SLICE_MICROS = 10_000;

/**
 * How much longer `read` takes for ten times the input: about 10 when its time is linear, about 100 when it is
 * quadratic. It is the time of this thread's own processor, so that a busy machine does not count.
 */
export async function growthOf(
  make: (size: number) => string,
  read: (text: string) => unknown,
): Promise<number> {
  const [small, large] = [make(SMALL), make(SMALL * 10)];
  const run = (text: string) => microsOf(() => attempt(read, text));
  await run(small);
  return (await run(large)) / (await run(small));
}

/** Of one run, the least of three series: whatever else happens only makes it longer. */
async function microsOf(work: () => Promise<void>): Promise<number> {
  const took = [await series(work), await series(work), await series(work)];
  return Math.min(...took);
}

async function series(work: () => Promise<void>): Promise<number> {
  const start = process.threadCpuUsage();
  let runs = 0;
  let spent = 0;
  while (spent < SLICE_MICROS) {
    await work();
    runs += 1;
    const { user, system } = process.threadCpuUsage(start);
    spent = user + system;
  }
  return spent / runs;
}

async function attempt(read: (text: string) => unknown, text: string): Promise<void> {
  try {
    await read(text);
  } catch (error) {
    // What is refused must be refused as quickly.
    if (!(error instanceof Error)) throw error;
  }
}
