import { type ReactNode, Suspense } from 'react';
import { SkeletonPage } from '#components/ui/skeleton.tsx';
import { TextLink } from '#components/ui/text-link.tsx';

type LaterProps = {
  /** What is on its way, for screen readers. */
  label: string;
  /** From the address: whoever has no script asks for the page with everything in it. */
  isWhole: boolean;
  fallback?: ReactNode;
  children: ReactNode;
};

/** The query that a page without scripts is asked for with, so that nothing in it comes later. */
export const WHOLE = 'whole';

/** Something slow that the page does not wait for. Only a script can put it in its place, so a link is there without. */
export function Later({ label, isWhole, fallback, children }: LaterProps) {
  if (isWhole) return children;
  return (
    <Suspense
      fallback={
        <>
          <noscript>
            <TextLink href={`?${WHOLE}=yes`}>Show all of this page</TextLink>
          </noscript>
          {fallback ?? <SkeletonPage label={label} />}
        </>
      }
    >
      {children}
    </Suspense>
  );
}
