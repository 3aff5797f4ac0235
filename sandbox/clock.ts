/** The real time that the sandbox's own, movable time is reckoned from. */
export function realNow(): number {
  return Date.now();
}
