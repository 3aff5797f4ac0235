import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { CalloutHistory } from '#components/callout/callout-history.tsx';
import { CalloutStatus } from '#components/callout/callout-status.tsx';
import { TrackingPane } from '#components/callout/tracking-pane.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SkeletonPage } from '#components/ui/skeleton.tsx';
import { openTracking } from '#lib/callouts/open-tracking.ts';
import { readCallout } from '#lib/callouts/read-callout.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { firstAllowed } from '#lib/identity/first-allowed.ts';
import { viewersFrom } from '#lib/identity/presser.ts';
import { requestHeaders } from '#lib/platform/next-adapter.ts';

export const metadata: Metadata = { title: 'Your callout' };

type CalloutPageProps = { params: Promise<{ calloutId: string }> };

export default async function CalloutPage({ params }: CalloutPageProps) {
  const input = await params;
  const viewers = await viewersFrom(await requestHeaders());
  const callout = await firstAllowed(viewers, readCallout, input);
  if (!callout.ok) notFound();
  return (
    <>
      <PageHeader title="Your callout" />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(20rem,2fr)_3fr] lg:grid-rows-[auto_1fr]">
        <CalloutStatus initial={callout.value} />
        {/* On a phone between the two, where the map is found without scrolling past the history. */}
        <div className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <Suspense fallback={<SkeletonPage label="Loading live tracking" />}>
            <Tracking viewers={viewers} input={input} />
          </Suspense>
        </div>
        <CalloutHistory initial={callout.value} />
      </div>
    </>
  );
}

// Asking whether the hosted page may be framed can take two seconds; our own state does not wait for it.
async function Tracking({ viewers, input }: { viewers: readonly Actor[]; input: { calloutId: string } }) {
  const tracking = await firstAllowed(viewers, openTracking, input);
  return <TrackingPane tracking={tracking.ok ? tracking.value : null} />;
}
