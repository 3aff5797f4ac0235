import { useEffect } from 'react';

/** Keeps the screen on while `isOn` and the page is in front: a phone that locks itself stops sending its position. */
export function useWakeLock(isOn: boolean): void {
  useEffect(() => {
    if (!isOn || !('wakeLock' in navigator)) return undefined;
    let lock: WakeLockSentinel | undefined;
    let isOver = false;
    const take = async () => {
      if (document.visibilityState !== 'visible' || (lock && !lock.released)) return;
      try {
        lock = await navigator.wakeLock.request('screen');
      } catch {
        // Refused to save power: the screen goes off as ever, and the page says what that means.
        return;
      }
      if (isOver) release(lock);
    };
    void take();
    // The browser gives it up whenever the page is hidden.
    document.addEventListener('visibilitychange', take);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', take);
      if (lock && !lock.released) release(lock);
    };
  }, [isOn]);
}

/** A lock that cannot be released is one that the browser has taken away already. */
function release(lock: WakeLockSentinel): void {
  lock.release().catch(() => undefined);
}
