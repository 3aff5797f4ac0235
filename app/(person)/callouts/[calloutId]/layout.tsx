import type { ReactNode } from 'react';
import { LiveQueries } from '#components/live/live-queries.tsx';

/** Of the person's pages this one alone has so much to read that it is worth a library. */
export default function CalloutLayout({ children }: { children: ReactNode }) {
  return <LiveQueries>{children}</LiveQueries>;
}
