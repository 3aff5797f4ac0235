import { useEffect } from 'react';
import { subscribeToClock } from '#components/ui/shared-clock.ts';

/** Shows a count in the tab's title; `?` when unknown. */
export function useTitleBadge(waiting: number | '?'): void {
  useEffect(() => {
    const show = () => {
      const badged = waiting === 0 ? plainTitle() : `(${waiting}) ${plainTitle()}`;
      if (document.title !== badged) document.title = badged;
    };
    show();
    // Next also sets the title, on hydration and navigation.
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
