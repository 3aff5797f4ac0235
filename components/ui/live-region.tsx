import type { ReactNode } from 'react';

type LiveRegionProps = { children: ReactNode; politeness?: 'polite' | 'assertive' };

/** Words for screen readers only. Must be on the page before its words change, or they are not read. */
export function LiveRegion({ children, politeness = 'polite' }: LiveRegionProps) {
  return (
    <div aria-live={politeness} aria-atomic="true" className="sr-only">
      {children}
    </div>
  );
}
