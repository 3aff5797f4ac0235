import { useEffect } from 'react';

/** Puts how many wait before the title of the page, where it is seen from other tabs; `?` when that is not known. */
export function useTitleBadge(waiting: number | '?'): void {
  useEffect(() => {
    const title = document.title.replace(/^\([\d?]+\) /, '');
    document.title = waiting === 0 ? title : `(${waiting}) ${title}`;
    return () => {
      document.title = document.title.replace(/^\([\d?]+\) /, '');
    };
  }, [waiting]);
}
