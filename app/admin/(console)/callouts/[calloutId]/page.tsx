import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { NoteCard } from '#components/admin/callout/note-card.tsx';
import { PrintButton } from '#components/admin/callout/print-button.tsx';
import { CalloutDetail } from '#components/admin/callout-detail.tsx';
import { CancellationCard } from '#components/admin/cancellation-card.tsx';
import { PrivateProfile } from '#components/admin/customers/private-profile.tsx';
import type { CalloutPart } from '#components/admin/keys/shortcut-model.ts';
import { Conversation } from '#components/callout/conversation.tsx';
import { Ending } from '#components/callout/ending.tsx';
import { TrackingLink } from '#components/callout/tracking-link.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { WordsProvider } from '#components/ui/words.tsx';
import { readStatus } from '#lib/console/callout-page/read-status.ts';
import { listNotes } from '#lib/console/notes/list-notes.ts';
import { listCancelReasons } from '#lib/following/cancellations/list-cancel-reasons.ts';
import { readCancellations } from '#lib/following/cancellations/read-cancellations.ts';
import { readMessages } from '#lib/following/messages/read-messages.ts';
import { readOutcome } from '#lib/following/outcomes/read-outcome.ts';
import { openTracking } from '#lib/following/page/open-tracking.ts';
import { mapStyleUrl } from '#lib/geo/basemap/basemap.ts';
import { mayDo } from '#lib/identity/permissions.ts';
import { wordsIn } from '#lib/languages/catalogue.ts';
import { consoleActor } from '../../console-actor.ts';

type StatusPageProps = { params: Promise<{ calloutId: string }> };

export async function generateMetadata({ params }: StatusPageProps): Promise<Metadata> {
  return { title: `Callout ${Number((await params).calloutId) || ''}` };
}

export default async function StatusPage({ params }: StatusPageProps) {
  const actor = await consoleActor();
  if (actor.role === 'anonymous') redirect('/admin/sign-in');
  const input = await params;
  const read = await readStatus(actor, input);
  if (!read.ok) notFound();
  const { value: status } = read;
  const { calloutId, customerId } = status;
  const [conversation, cancellations, reasons, outcome, notes] = await Promise.all([
    readMessages(actor, input),
    readCancellations(actor, input),
    status.closedAt ? null : listCancelReasons(actor, input),
    status.closedAt ? readOutcome(actor, input) : null,
    listNotes(actor, input),
  ]);
  const tracking = await openTracking(actor, input);
  const may = {
    reread: mayDo(actor.role, 'callout.reread'),
    mark: mayDo(actor.role, 'callout.set_verdict'),
    acknowledge: mayDo(actor.role, 'alert.acknowledge'),
  };
  return (
    <WordsProvider language="en" words={wordsIn('en', 'callout')}>
      <PageHeader
        title={`${status.kind === 'test' ? 'TEST callout' : 'Callout'} ${calloutId}`}
        actions={
          <div data-screen-only className="flex flex-wrap gap-3">
            <LinkButton href="/admin/callouts" tone="quiet">
              All callouts
            </LinkButton>
            <PrintButton />
            {tracking.ok ? <Hosted tracking={tracking.value} /> : null}
          </div>
        }
      />
      <CalloutDetail
        initial={status}
        mapStyleUrl={mapStyleUrl()}
        may={may}
        privately={
          mayDo(actor.role, 'customer.read_private') ? (
            <Profile customerId={customerId} calloutId={calloutId} />
          ) : null
        }
      >
        {cancellations.ok ? (
          <Part id="cancel">
            <CancellationCard
              calloutId={calloutId}
              initial={cancellations.value}
              reasons={reasons?.ok ? reasons.value : null}
            />
          </Part>
        ) : null}
        {outcome?.ok ? <Ending callout={status} initial={outcome.value} hasTimes={false} /> : null}
        {conversation.ok ? (
          <Part id="messages">
            <Conversation initial={conversation.value} signInHref="/admin/sign-in" />
          </Part>
        ) : null}
        {notes.ok ? (
          <Part id="note">
            <NoteCard calloutId={calloutId} initial={notes.value} />
          </Part>
        ) : null}
      </CalloutDetail>
    </WordsProvider>
  );
}

type Tracking = Extract<Awaited<ReturnType<typeof openTracking>>, { ok: true }>['value'];

function Hosted({ tracking }: { tracking: Tracking }) {
  if (tracking === 'cannot_be_opened') return <p>AURA’s page cannot be opened: SECRET_KEY was changed.</p>;
  return tracking ? <TrackingLink url={tracking.url} /> : null;
}

function Profile(of: { customerId: number; calloutId: number }) {
  return (
    <Part id="profile">
      <PrivateProfile {...of} />
    </Part>
  );
}

/** Where a key leads. */
function Part({ id, children }: { id: CalloutPart; children: ReactNode }) {
  return (
    <div id={id} className="grid min-w-0 grid-cols-1">
      {children}
    </div>
  );
}
