'use client';

import { useLinkStatus } from 'next/link';

/**
 * Inside a link that is `relative`: a bar under it while the page that it leads to is on its way, for whoever waits
 * long enough to wonder. Decoration only: the page that comes says where one is.
 */
export function LinkPending() {
  const { pending } = useLinkStatus();
  return pending ? (
    <span
      aria-hidden="true"
      data-pending
      className="link-pending absolute inset-x-0 bottom-0 h-0.5 rounded-full bg-current"
    />
  ) : null;
}
