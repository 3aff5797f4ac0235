/** Real time, on which the sandbox's adjustable clock is based. */
export function realNow(): number {
  return Date.now();
}
