import { type ReactNode, Suspense } from 'react';
import { SkeletonPage } from '#components/ui/skeleton.tsx';
import { TextLink } from '#components/ui/text-link.tsx';

type LaterProps = {
  /** Accessible name of the pending part. */
  label: string;
  /** From the query: a page without JavaScript requests everything at once. */
  isWhole: boolean;
  /** Of the link to all of it at once. */
  wholeLabel?: string;
  fallback?: ReactNode;
  children: ReactNode;
};

/** Query parameter that disables streaming. */
export const WHOLE = 'whole';

/** Streams a slow part. Streaming needs JavaScript, so there is a link without it. */
export function Later({ label, isWhole, wholeLabel, fallback, children }: LaterProps) {
  if (isWhole) return children;
  return (
    <Suspense
      fallback={
        <>
          <noscript>
            <TextLink href={`?${WHOLE}=yes`}>{wholeLabel ?? 'Show all of this page'}</TextLink>
          </noscript>
          {fallback ?? <SkeletonPage label={label} />}
        </>
      }
    >
      {children}
    </Suspense>
  );
}
