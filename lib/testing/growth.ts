const SMALL = 4_000;
const SLICE_MICROS = 10_000;

/**
 * How much longer `read` takes for ten times the input: about 10 when its time is linear, about 100 when it is
 * quadratic. It is the time of this thread's own processor, so that a busy machine does not count.
 */
export function growthOf(make: (size: number) => string, read: (text: string) => unknown): number {
  const [small, large] = [make(SMALL), make(SMALL * 10)];
  const run = (text: string) => microsOf(() => attempt(read, text));
  run(small);
  return run(large) / run(small);
}

/** Of one run, the least of three series: whatever else happens only makes it longer. */
function microsOf(work: () => void): number {
  return Math.min(...Array.from({ length: 3 }, () => series(work)));
}

function series(work: () => void): number {
  const start = process.threadCpuUsage();
  let runs = 0;
  let spent = 0;
  while (spent < SLICE_MICROS) {
    work();
    runs += 1;
    const { user, system } = process.threadCpuUsage(start);
    spent = user + system;
  }
  return spent / runs;
}

function attempt(read: (text: string) => unknown, text: string): void {
  try {
    read(text);
  } catch (error) {
    // What is refused must be refused as quickly.
    if (!(error instanceof Error)) throw error;
  }
}
