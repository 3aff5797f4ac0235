// Limits of time in tests are for what hangs. They are set for an idle machine of two cores and grow with what is
// measured at the start of a run, so that a slow day makes a run longer and not red.

const VARIABLE = 'VIGIL_TEST_SLOWNESS';
/** What {@link work} takes on the machine that the limits are set for. */
const USUAL_MS = 65;
const SAMPLES = 5;

/** How many times as long as usual this machine takes at the start of the run: at least 1, the same in all its processes. */
export function slowness(): number {
  const known = Number(process.env[VARIABLE]);
  if (known >= 1) return known;
  // Not counted: until it is compiled it takes longer everywhere.
  work();
  const measured = slownessOf(Array.from({ length: SAMPLES }, work));
  process.env[VARIABLE] = `${measured}`;
  return measured;
}

/** From how long samples took; the worst counts, and halves are enough. */
export function slownessOf(samplesMs: readonly number[]): number {
  return Math.max(1, Math.ceil((2 * Math.max(...samplesMs)) / USUAL_MS) / 2);
}

/** A limit for an idle machine, as long as this one needs. */
export function patience(ms: number): number {
  return Math.ceil(ms * slowness());
}

/** Milliseconds for objects, sorting and text, of which our tests and pages are made. */
function work(): number {
  const startedAt = performance.now();
  for (let round = 0; round < 10; round += 1) {
    const rows = Array.from({ length: 10_000 }, (_, at) => ({
      id: (at * 7_919) % 10_007,
      name: `row ${at}`,
    }));
    JSON.stringify(rows.sort((one, other) => one.id - other.id));
  }
  return performance.now() - startedAt;
}
