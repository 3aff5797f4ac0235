const SMALL = 4_000;
const SLICE_MICROS = 10_000;

/**
 * Time ratio for ten times the input: about 10 is linear, about 100 quadratic. Measures CPU time, so that
 * load does not matter.
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

/** Minimum of three series, as noise only adds time. */
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
    // Refusals must be linear, too.
    if (!(error instanceof Error)) throw error;
  }
}
