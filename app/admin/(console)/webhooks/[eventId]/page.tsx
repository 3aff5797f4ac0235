import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { ActionForm } from '#components/admin/action-form.tsx';
import { codeWords } from '#components/admin/code-words.ts';
import { Comparison } from '#components/admin/webhooks/comparison.tsx';
import { About } from '#components/admin/webhooks/event-table.tsx';
import { problemWords, stateWords } from '#components/admin/webhooks/words.ts';
import { Age } from '#components/ui/age.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Card } from '#components/ui/card.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { mayDo } from '#lib/identity/permissions.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { replayEventAction } from '#lib/webhooks/actions.ts';
import { readWebhookEvent } from '#lib/webhooks/read-webhook-event.ts';
import type { OpenedWebhookEvent } from '#lib/webhooks/schema.ts';

export const metadata: Metadata = { title: 'Delivery' };

type WebhookPageProps = { params: Promise<{ eventId: string }> };

export default async function WebhookPage({ params }: WebhookPageProps) {
  const actor = await operatorFrom(await requestHeaders());
  if (actor.role === 'anonymous') redirect('/admin/sign-in');
  const { eventId } = await params;
  const opened = await readWebhookEvent(actor, { eventId });
  if (!opened.ok) notFound();
  const { event, body, isCut } = opened.value;
  return (
    <>
      <PageHeader
        title={`Delivery ${event.eventId}`}
        lead={
          <span className="[overflow-wrap:anywhere]">
            {event.message ? codeWords(event.message) : 'It gives itself no name.'}
          </span>
        }
      />
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <div className="grid min-w-0 gap-6">
          <Card title="What became of it">
            <DefinitionList items={factsOf(opened.value)} />
            {mayDo(actor.role, 'webhook.replay') ? (
              <>
                <p>
                  A replay reads what this is about from AURA as it is now. Nobody is sent, and nothing is
                  cancelled by it.
                </p>
                <ActionForm
                  action={replayEventAction}
                  about={{ eventId: `${event.eventId}` }}
                  label="Replay"
                  tone="secondary"
                />
              </>
            ) : null}
          </Card>
          <Comparison opened={opened.value} />
        </div>
        <Card title="Body">
          <p className="text-ink-soft">
            As AURA sent it, indented. Tracking links, tokens and codes are hidden, and so is the middle of
            mobile numbers.
          </p>
          {isCut ? <p>Only its beginning is shown.</p> : null}
          <pre className="rounded-md bg-sunken p-4 text-sm whitespace-pre-wrap [overflow-wrap:anywhere]">
            {body ?? 'Cannot be opened: it was stored under another SECRET_KEY.'}
          </pre>
        </Card>
      </div>
    </>
  );
}

function factsOf({ event, asOf }: OpenedWebhookEvent) {
  const { state, problem, repeatOf, tries, receivedAt, replayedAt, processedAt } = event;
  const { name, tone } = stateWords[state];
  const age = (at: string | null) => (at ? <Age at={at} now={asOf} /> : 'Not yet');
  return [
    { term: 'State', detail: <Badge tone={tone}>{name}</Badge> },
    ...(problem ? [{ term: 'Why', detail: problemWords(problem) }] : []),
    { term: 'About', detail: <About event={event} /> },
    { term: 'Received', detail: age(receivedAt) },
    { term: 'Last processed', detail: age(processedAt) },
    ...(replayedAt ? [{ term: 'Replayed', detail: age(replayedAt) }] : []),
    { term: 'Tries', detail: tries },
    ...(repeatOf
      ? [
          {
            term: 'Same body as',
            detail: <TextLink href={`/admin/webhooks/${repeatOf}`}>{`Delivery ${repeatOf}`}</TextLink>,
          },
        ]
      : []),
  ];
}
