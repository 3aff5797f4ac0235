import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { FilterPages } from '#components/admin/filter-pages.tsx';
import { filterQuery, type SearchParams } from '#components/admin/filter-query.ts';
import { EventFilter, eventFields } from '#components/admin/webhooks/event-filter.tsx';
import { EventTable } from '#components/admin/webhooks/event-table.tsx';
import { ReplayRange } from '#components/admin/webhooks/replay-range.tsx';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { mayDo } from '#lib/identity/permissions.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { listWebhookEvents } from '#lib/webhooks/list-webhook-events.ts';

export const metadata: Metadata = { title: 'Webhooks' };

type WebhooksPageProps = { searchParams: SearchParams };

export default async function WebhooksPage({ searchParams }: WebhooksPageProps) {
  const actor = await operatorFrom(await requestHeaders());
  if (actor.role === 'anonymous') redirect('/admin/sign-in');
  const params = await searchParams;
  const query = filterQuery(params, eventFields);
  const { after } = params;
  const listed = await listWebhookEvents(actor, { ...query, after });
  if (!listed.ok && listed.code !== 'input.invalid') notFound();
  const filter = (
    <EventFilter key={JSON.stringify(query)} query={query} errors={listed.ok ? {} : (listed.fields ?? {})} />
  );
  const header = (
    <PageHeader
      title="Webhooks"
      lead="What AURA delivered, and what became of it. Each only tells us to read AURA again."
    />
  );
  if (!listed.ok) {
    return (
      <>
        {header}
        {filter}
        <RefusalAlert problem={listed} />
      </>
    );
  }
  const { events, asOf, next, inRange } = listed.value;
  const isFiltered = Object.keys(query).length > 0 || after !== undefined;
  return (
    <>
      {header}
      {filter}
      {mayDo(actor.role, 'webhook.replay') ? <ReplayRange query={query} count={inRange} /> : null}
      <EventTable events={events} asOf={asOf} isFiltered={isFiltered} />
      <FilterPages
        label="Pages of deliveries"
        page="/admin/webhooks"
        query={query}
        isFirst={!after}
        next={next}
      />
    </>
  );
}
