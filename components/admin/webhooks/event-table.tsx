import { Webhook } from 'lucide-react';
import { codeWords } from '#components/admin/code-words.ts';
import { problemWords, stateWords } from '#components/admin/webhooks/words.ts';
import { Age } from '#components/ui/age.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Clock } from '#components/ui/moment.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { WebhookEventRow } from '#lib/webhooks/schema.ts';

type EventTableProps = { events: readonly WebhookEventRow[]; asOf: string; isFiltered: boolean };

export function EventTable({ events, asOf, isFiltered }: EventTableProps) {
  return (
    <DataTable
      caption="Deliveries, newest first"
      columns={columnsAt(asOf)}
      rows={events}
      rowKey={({ eventId }) => `${eventId}`}
      empty={
        <EmptyState title="No deliveries" icon={<Webhook />}>
          <p>
            {isFiltered
              ? 'None that we have passes this filter. Deliveries are kept for thirty days.'
              : 'AURA has delivered nothing in the last thirty days. Callouts are read from AURA all the same.'}
          </p>
        </EmptyState>
      }
    />
  );
}

function columnsAt(asOf: string): Column<WebhookEventRow>[] {
  return [
    {
      key: 'received',
      header: 'Received',
      cell: ({ eventId, receivedAt }) => (
        <span className="grid justify-items-start">
          <TextLink href={`/admin/webhooks/${eventId}`}>
            <span className="sr-only">{`Delivery ${eventId}, `}</span>
            <Clock at={receivedAt} />
          </TextLink>
          <span className="text-sm text-ink-soft">
            <Age at={receivedAt} now={asOf} />
          </span>
        </span>
      ),
    },
    {
      key: 'event',
      header: 'Event',
      cell: ({ message, repeatOf }) => (
        <span className="grid justify-items-start gap-1">
          {message ? (
            <TextLink href={`/admin/webhooks?${new URLSearchParams({ event: message })}`} title={message}>
              {codeWords(message)}
            </TextLink>
          ) : (
            <span>No name</span>
          )}
          {repeatOf ? (
            <span className="text-sm text-ink-soft">
              Repeat of <TextLink href={`/admin/webhooks/${repeatOf}`}>{repeatOf}</TextLink>
            </span>
          ) : null}
        </span>
      ),
    },
    { key: 'about', header: 'About', cell: (event) => <About event={event} /> },
    {
      key: 'state',
      header: 'State',
      cell: ({ state, problem }) => (
        <span className="grid justify-items-start gap-1">
          <Badge tone={stateWords[state].tone}>{stateWords[state].name}</Badge>
          {problem ? <span className="text-sm text-ink-soft">{problemWords(problem)}</span> : null}
        </span>
      ),
    },
    { key: 'tries', header: 'Tries', isNumeric: true, cell: ({ tries }) => tries },
  ];
}

/** An event's subject; a link when it is a callout or customer of ours. */
export function About({ event: { about, aboutId, callout, customerId } }: { event: WebhookEventRow }) {
  if (callout) {
    return (
      <TextLink href={`/admin/callouts/${callout.calloutId}`}>{`Callout ${callout.calloutId}`}</TextLink>
    );
  }
  if (about === null) return '–';
  const name = `${about.slice(0, 1).toUpperCase()}${about.slice(1)}`;
  const text = `${name} ${aboutId ?? 'without an id'}`;
  if (customerId === null || about === 'callout') return text;
  const href = `/admin/customers/${customerId}`;
  if (about === 'customer') return <TextLink href={href}>{text}</TextLink>;
  return (
    <span className="grid justify-items-start">
      <span>{text}</span>
      <span className="text-sm text-ink-soft">
        of <TextLink href={href}>{`customer ${customerId}`}</TextLink>
      </span>
    </span>
  );
}
