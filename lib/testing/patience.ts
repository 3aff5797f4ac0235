// Test timeouts, for an idle machine of two cores, scaled by a speed measured at the start: slow machines
// take longer instead of failing.

const VARIABLE = 'VIGIL_TEST_SLOWNESS';
/** Duration of {@link work} on the reference machine. */
const USUAL_MS = 65;
const SAMPLES = 5;

/** Slowdown against the reference machine, at least 1, equal in all processes of the run. */
export function slowness(): number {
  const known = Number(process.env[VARIABLE]);
  if (known >= 1) return known;
  // Warm-up for the JIT.
  work();
  const measured = slownessOf(Array.from({ length: SAMPLES }, work));
  process.env[VARIABLE] = `${measured}`;
  return measured;
}

/** The worst sample counts, in steps of a half. */
export function slownessOf(samplesMs: readonly number[]): number {
  return Math.max(1, Math.ceil((2 * Math.max(...samplesMs)) / USUAL_MS) / 2);
}

/** A timeout scaled to this machine. */
export function patience(ms: number): number {
  return Math.ceil(ms * slowness());
}

/** Objects, sorting and text, like our tests. */
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
