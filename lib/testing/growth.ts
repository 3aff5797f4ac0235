const SMALL = 4_000;
const SLICE_MICROS = 10_000;

/**
 * Time ratio for ten times the input: about 10 is linear, about 100 quadratic. Measures CPU time, so that
 * load does not matter.
 */
export function growthOf(make: (size: number) => string, read: (text: string) => unknown): number {
  const [small, large] = [make(SMALL), make(SMALL * 10)];
  const run = (text: string) => microsOf(() => attempt(read, text));
  run(small);
  return run(large) / run(small);
}

/** Minimum of three series, as noise only adds time. */
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
    // Refusals must be linear, too.
    if (!(error instanceof Error)) throw error;
  }
}
