export const REREAD_GAP_MS = 500;

/**
 * Throttle with trailing call: reads at once, then at most every half second. A change during a read causes
 * another, as the running one may have missed it.
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
    // The query reports its own failure and is retried at the next interval.
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
