const SMALL = 4_000;
const SLICE_MICROS = 10_000;

const TRIES = 3;
const LINEAR = 20;

type Reader = (text: string) => unknown;

/**
 * Time ratio for ten times the input: about 10 is linear, about 100 quadratic. Measures the CPU time of this thread, and
 * the least of a few tries, as noise only adds time.
 */
export async function growthOf(make: (size: number) => string, read: Reader): Promise<number> {
  const [small, large] = [make(SMALL), make(SMALL * 10)];
  await microsOf(read, small);
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < TRIES && least > LINEAR; tries += 1) {
    least = Math.min(least, (await microsOf(read, large)) / (await microsOf(read, small)));
  }
  return least;
}

async function microsOf(read: Reader, text: string): Promise<number> {
  const took = [await series(read, text), await series(read, text), await series(read, text)];
  return Math.min(...took);
}

async function series(read: Reader, text: string): Promise<number> {
  const start = process.threadCpuUsage();
  let runs = 0;
  let spent = 0;
  while (spent < SLICE_MICROS) {
    // Awaited only where it must be: whatever else runs on this thread meanwhile would be counted.
    const reading = attempt(read, text);
    if (reading) await reading;
    runs += 1;
    const { user, system } = process.threadCpuUsage(start);
    spent = user + system;
  }
  return spent / runs;
}

function attempt(read: Reader, text: string): Promise<void> | null {
  try {
    const reading = read(text);
    return reading instanceof Promise ? reading.then(() => undefined, expectRefusal) : null;
  } catch (error) {
    expectRefusal(error);
    return null;
  }
}

/** Refusals must be linear, too. */
function expectRefusal(error: unknown): void {
  if (!(error instanceof Error)) throw error;
}
