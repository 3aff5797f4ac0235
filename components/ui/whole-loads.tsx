'use client';

import { useEffect } from 'react';
import { isTranslated } from '#lib/languages/languages.ts';

/**
 * Between a page that is translated and one that is not, a link loads the whole page: layouts stay where React goes on by
 * itself, and would stand around it in the other language. For those who read another language than English.
 */
export function WholeLoads() {
  useEffect(() => {
    const stop = new AbortController();
    window.addEventListener(
      'click',
      (event) => {
        const link = event.target instanceof Element ? event.target.closest('a') : null;
        // Before React hears of it: the browser then follows the link as any other.
        if (link && isOtherLanguage(link.href)) event.stopPropagation();
      },
      { capture: true, signal: stop.signal },
    );
    return () => stop.abort();
  }, []);
  return null;
}

/** Whether a page of ours is in another language than this one, where the person reads another than English. */
export function isOtherLanguage(address: string): boolean {
  const { origin, pathname } = new URL(address, window.location.href);
  return (
    origin === window.location.origin && isTranslated(pathname) !== isTranslated(window.location.pathname)
  );
}
