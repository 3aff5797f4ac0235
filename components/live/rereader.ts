/** How soon the same thing is read once more, when changes come faster than a page can show. */
export const REREAD_GAP_MS = 500;

/**
 * Reads again at once, then at most every half second. What changes while a reading is under way is read after it:
 * a reading that had begun before may have missed it.
 */
export function createRereader(read: () => Promise<unknown>): { reread: () => void; stop: () => void } {
  let isBusy = false;
  let isDue = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  const settle = () => {
    timer = setTimeout(() => {
      isBusy = false;
      if (isDue && !isStopped) reread();
    }, REREAD_GAP_MS);
  };
  const reread = () => {
    isDue = true;
    if (isBusy || isStopped) return;
    isBusy = true;
    isDue = false;
    // A reading that fails is said by whoever shows it, and is repeated at the next interval.
    read().then(settle, settle);
  };
  return {
    reread,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
