import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { CalloutDetail } from '#components/admin/callout-detail.tsx';
import { CancellationCard } from '#components/admin/cancellation-card.tsx';
import { Conversation } from '#components/callout/conversation.tsx';
import { Ending } from '#components/callout/ending.tsx';
import { TrackingLink } from '#components/callout/tracking-link.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { openTracking } from '#lib/callouts/open-tracking.ts';
import { readCalloutDetail } from '#lib/callouts/read-callout-detail.ts';
import { listCancelReasons } from '#lib/cancellations/list-cancel-reasons.ts';
import { readCancellations } from '#lib/cancellations/read-cancellations.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { readMessages } from '#lib/messages/read-messages.ts';
import { readOutcome } from '#lib/outcomes/read-outcome.ts';
import { requestHeaders } from '#lib/platform/next-adapter.ts';

type StatusPageProps = { params: Promise<{ calloutId: string }> };

export async function generateMetadata({ params }: StatusPageProps): Promise<Metadata> {
  return { title: `Callout ${Number((await params).calloutId) || ''}` };
}

export default async function StatusPage({ params }: StatusPageProps) {
  const actor = await operatorFrom(await requestHeaders());
  if (actor.role === 'anonymous') redirect('/admin/sign-in');
  const input = await params;
  const detail = await readCalloutDetail(actor, input);
  if (!detail.ok) notFound();
  const [conversation, cancellations, reasons, outcome] = await Promise.all([
    readMessages(actor, input),
    readCancellations(actor, input),
    detail.value.closedAt ? null : listCancelReasons(actor, input),
    detail.value.closedAt ? readOutcome(actor, input) : null,
  ]);
  const tracking = await openTracking(actor, input);
  const url = tracking.ok ? tracking.value?.url : undefined;
  return (
    <>
      <PageHeader
        title={`Callout ${detail.value.calloutId}`}
        actions={
          <>
            <LinkButton href="/admin/callouts" tone="quiet">
              All callouts
            </LinkButton>
            {url ? <TrackingLink url={url} /> : null}
          </>
        }
      />
      <CalloutDetail initial={detail.value}>
        {cancellations.ok ? (
          <CancellationCard
            calloutId={detail.value.calloutId}
            initial={cancellations.value}
            reasons={reasons?.ok ? reasons.value : null}
          />
        ) : null}
        {outcome?.ok ? <Ending callout={detail.value} initial={outcome.value} /> : null}
        {conversation.ok ? <Conversation initial={conversation.value} signInHref="/admin/sign-in" /> : null}
      </CalloutDetail>
    </>
  );
}
