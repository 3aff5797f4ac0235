import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { filterQuery, type SearchParams } from '#components/admin/filter-query.ts';
import { ReportFilter, reportFields } from '#components/admin/reports/report-filter.tsx';
import { ReportView } from '#components/admin/reports/report-view.tsx';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { PageHeader } from '#components/ui/page-header.tsx';
import { readReport } from '#lib/console/reports/read-report.ts';
import { consoleActor } from '../console-actor.ts';

export const metadata: Metadata = { title: 'Reports' };

type ReportsPageProps = { searchParams: SearchParams };

export default async function ReportsPage({ searchParams }: ReportsPageProps) {
  const actor = await consoleActor();
  if (actor.role === 'anonymous') redirect('/admin/sign-in');
  const params = await searchParams;
  const query = filterQuery(params, reportFields);
  const read = await readReport(actor, query);
  if (!read.ok && read.code !== 'input.invalid') notFound();
  const shown = read.ok ? { ...query, ...read.value.range } : query;
  return (
    <>
      <PageHeader
        title="Reports"
        lead="Shown from our own measurements, each with its number of cases. Nothing is extrapolated."
        actions={
          <a
            data-screen-only
            href={`/api/admin/reports?${new URLSearchParams(shown)}`}
            className={buttonLook('secondary')}
          >
            Export as CSV
          </a>
        }
      />
      <ReportFilter
        key={JSON.stringify(shown)}
        query={shown}
        errors={read.ok ? {} : (read.fields ?? {})}
        choices={read.ok ? read.value.choices : []}
      />
      {read.ok ? <ReportView report={read.value} /> : <RefusalAlert problem={read} />}
    </>
  );
}
