import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { AuditFilter, type AuditQuery } from '#components/admin/audit-filter.tsx';
import { AuditTable } from '#components/admin/audit-table.tsx';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listAudit } from '#lib/console/audit/list-audit.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { operatorFrom } from '#lib/identity/session.ts';

export const metadata: Metadata = { title: 'Audit' };

const FIELDS = ['actor', 'action', 'subject', 'from', 'to'] as const;

type AuditPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AuditPage({ searchParams }: AuditPageProps) {
  const actor = await operatorFrom(await requestHeaders());
  if (actor.role === 'anonymous') redirect('/admin/sign-in');
  const asked = await searchParams;
  const query: AuditQuery = Object.fromEntries(
    FIELDS.flatMap((name) => (typeof asked[name] === 'string' && asked[name] ? [[name, asked[name]]] : [])),
  );
  const { after } = asked;
  const filtered = await listAudit(actor, { ...query, after });
  const isRefused = !filtered.ok && filtered.code === 'input.invalid';
  // A filter that cannot be read shows its form again, with what is wrong with it.
  const shown = isRefused ? await listAudit(actor, {}) : filtered;
  if (!shown.ok) notFound();
  const page = shown.value;
  return (
    <>
      <PageHeader
        title="Audit"
        lead="Who did what to whom, when, and from where. Nothing here can be changed."
        actions={
          <a
            href={`/api/admin/audit?${new URLSearchParams(query)}`}
            download
            className={buttonLook('secondary')}
          >
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
        <nav aria-label="Pages of the audit" className="flex flex-wrap justify-end gap-3">
          {after ? (
            <LinkButton href={`/admin/audit?${new URLSearchParams(query)}`} tone="secondary">
              Newest
            </LinkButton>
          ) : null}
          {page.next ? (
            <LinkButton
              href={`/admin/audit?${new URLSearchParams({ ...query, after: page.next })}`}
              tone="secondary"
            >
              Older
            </LinkButton>
          ) : null}
        </nav>
      ) : null}
    </>
  );
}
