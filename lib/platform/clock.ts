/** The only source of the present moment, so that rules take time as an argument and tests can move it. */
export function now(): Date {
  return new Date();
}

/** Milliseconds that only ever go forward, for budgets; unaffected by a clock that is set back. */
export function monotonicMs(): number {
  return performance.now();
}
