'use client';

import { useEffect } from 'react';

/** Starts a file of ours when the page opens; without scripts the link beside it does. */
export function StartDownload({ href }: { href: string }) {
  useEffect(() => {
    window.location.assign(href);
  }, [href]);
  return null;
}
