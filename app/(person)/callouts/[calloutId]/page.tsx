import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { CalloutStatus } from '#components/callout/callout-status.tsx';
import { TrackingPane } from '#components/callout/tracking-pane.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { openTracking } from '#lib/callouts/open-tracking.ts';
import { readCallout } from '#lib/callouts/read-callout.ts';
import { firstAllowed } from '#lib/identity/first-allowed.ts';
import { viewersFrom } from '#lib/identity/session.ts';
import { requestHeaders } from '#lib/platform/next-adapter.ts';

export const metadata: Metadata = { title: 'Your callout' };

type CalloutPageProps = { params: Promise<{ calloutId: string }> };

export default async function CalloutPage({ params }: CalloutPageProps) {
  const input = await params;
  const viewers = await viewersFrom(await requestHeaders());
  if (viewers.length === 0) redirect('/sign-in');
  const callout = await firstAllowed(viewers, readCallout, input);
  if (!callout.ok) notFound();
  const tracking = await firstAllowed(viewers, openTracking, input);
  return (
    <>
      <PageHeader title="Help is being arranged" />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(20rem,2fr)_3fr]">
        <CalloutStatus initial={callout.value} />
        <TrackingPane tracking={tracking.ok ? tracking.value : null} />
      </div>
    </>
  );
}
