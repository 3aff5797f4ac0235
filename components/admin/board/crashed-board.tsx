import { useEffect } from 'react';
import { AlarmSound, SilentAlarm } from '#components/admin/alarms/alarm-sound.tsx';
import { useAlarm } from '#components/admin/alarms/use-alarm.ts';
import { useTitleBadge } from '#components/ui/use-title-badge.ts';

const AGAIN_MS = 2_000;
const RELOAD_MS = 5_000;
/** A crash this soon after a retry will not be fixed by rendering again: client state is at fault. */
const SOON_MS = 30_000;

const lastTry = { atMs: Number.NEGATIVE_INFINITY };

/**
 * Fallback of a crashed board: alerts are unknown, so it rings, marks the title and recovers by rendering
 * again, then by a reload.
 */
export function CrashedBoard({ retry }: { retry: () => void }) {
  useTitleBadge('?');
  const alarm = useAlarm(true);
  useEffect(() => {
    const isSoon = performance.now() - lastTry.atMs < SOON_MS;
    const again = () => {
      lastTry.atMs = performance.now();
      if (isSoon) location.reload();
      else retry();
    };
    const timer = setTimeout(again, isSoon ? RELOAD_MS : AGAIN_MS);
    return () => clearTimeout(timer);
  }, [retry]);
  return (
    <>
      <p role="status">We do not know whether anything needs attention. The board comes back by itself.</p>
      <SilentAlarm alarm={alarm} />
      <AlarmSound alarm={alarm} />
    </>
  );
}
