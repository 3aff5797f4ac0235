import { useEffect } from 'react';

/** Keeps the screen on: a locked phone stops sending its position. */
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
        // Refused, for example in power saving: the page explains the effect.
        return;
      }
      if (isOver) release(lock);
    };
    void take();
    // The browser releases it whenever the page is hidden.
    document.addEventListener('visibilitychange', take);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', take);
      if (lock && !lock.released) release(lock);
    };
  }, [isOn]);
}

/** Already released by the browser. */
function release(lock: WakeLockSentinel): void {
  lock.release().catch(() => undefined);
}
