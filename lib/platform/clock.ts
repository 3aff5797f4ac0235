/** The only source of the present instant: rules take time as an argument, and tests can set it. */
export function now(): Date {
  return new Date();
}

export function monotonicMs(): number {
  return performance.now();
}
