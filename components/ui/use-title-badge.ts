import { useEffect } from 'react';
import { subscribeToClock } from '#components/ui/shared-clock.ts';

/** Puts how many wait before the title of the page, where it is seen from other tabs; `?` when that is not known. */
export function useTitleBadge(waiting: number | '?'): void {
  useEffect(() => {
    const show = () => {
      const badged = waiting === 0 ? plainTitle() : `(${waiting}) ${plainTitle()}`;
      if (document.title !== badged) document.title = badged;
    };
    show();
    // The title is written by Next, too, when a page begins to live and when somebody moves on.
    const stop = subscribeToClock(show);
    return () => {
      stop();
      document.title = plainTitle();
    };
  }, [waiting]);
}

function plainTitle(): string {
  return document.title.replace(/^\([\d?]+\) /, '');
}
