import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { AuditFilter, auditFields } from '#components/admin/audit-filter.tsx';
import { AuditTable } from '#components/admin/audit-table.tsx';
import { FilterPages } from '#components/admin/filter-pages.tsx';
import { filterQuery, type SearchParams } from '#components/admin/filter-query.ts';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listAudit } from '#lib/console/audit/list-audit.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { operatorFrom } from '#lib/identity/session.ts';

export const metadata: Metadata = { title: 'Audit' };

type AuditPageProps = { searchParams: SearchParams };

export default async function AuditPage({ searchParams }: AuditPageProps) {
  const actor = await operatorFrom(await requestHeaders());
  if (actor.role === 'anonymous') redirect('/admin/sign-in');
  const params = await searchParams;
  const query = filterQuery(params, auditFields);
  const { after } = params;
  const filtered = await listAudit(actor, { ...query, after });
  const isRefused = !filtered.ok && filtered.code === 'input.invalid';
  // An invalid filter shows the unfiltered list and the form's errors.
  const shown = isRefused ? await listAudit(actor, {}) : filtered;
  if (!shown.ok) notFound();
  const page = shown.value;
  return (
    <>
      <PageHeader
        title="Audit"
        lead="Who did what to whom, when, and from where. Nothing here can be changed."
        actions={
          <a href={`/api/admin/audit?${new URLSearchParams(query)}`} className={buttonLook('secondary')}>
            Export as CSV
          </a>
        }
      />
      <AuditFilter
        key={JSON.stringify(query)}
        query={query}
        errors={filtered.ok ? {} : (filtered.fields ?? {})}
        choices={page}
      />
      {filtered.ok ? (
        <AuditTable entries={page.entries} asOf={page.asOf} />
      ) : (
        <RefusalAlert problem={filtered} />
      )}
      {filtered.ok ? (
        <FilterPages
          label="Pages of the audit"
          page="/admin/audit"
          query={query}
          isFirst={!after}
          next={page.next}
        />
      ) : null}
    </>
  );
}
