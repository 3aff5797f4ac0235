'use client';

import { useLinkStatus } from 'next/link';

/** Progress bar inside a `relative` link during a slow navigation. Decorative. */
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
