import { useEffect } from 'react';
import { AlarmSound } from '#components/admin/board/alarm-sound.tsx';
import { useTitleBadge } from '#components/ui/use-title-badge.ts';

const AGAIN_MS = 2_000;
const RELOAD_MS = 5_000;
/** A crash so soon after the last try is not mended by trying: what is kept in the page is at fault. */
const SOON_MS = 30_000;

const lastTry = { atMs: Number.NEGATIVE_INFINITY };

/**
 * In place of a board that threw. Nobody knows what needs attention then, so it rings and says so in the title, and
 * brings the board back by itself: by drawing it anew, and by loading the page anew when that did not help.
 */
export function CrashedBoard({ retry }: { retry: () => void }) {
  useTitleBadge('?');
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
      <p role="status">
        Whether anything needs attention is not known right now. The board comes back by itself.
      </p>
      <AlarmSound isRinging />
    </>
  );
}
