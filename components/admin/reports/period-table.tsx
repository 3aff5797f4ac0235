import type { ReactNode } from 'react';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import type { Report, ReportRow } from '#lib/console/reports/schema.ts';
import { periodText, STEP_WORDS } from './report-words.ts';

type PeriodTableProps = {
  caption: string;
  report: Report;
  columns: readonly { key: string; header: string; cell: (row: ReportRow) => ReactNode }[];
};

/** A chart's figures; collapsed on screen, expanded in print. */
export function PeriodTable({ caption, report, columns }: PeriodTableProps) {
  const { by, today, rows } = report;
  const all: Column<ReportRow>[] = [
    {
      key: 'period',
      header: 'Days',
      cell: ({ period }) => <span className="tabular-nums">{periodText(period, by, today)}</span>,
    },
    ...columns,
  ];
  return (
    <details className="min-w-0">
      <summary className="min-h-11 w-fit content-center rounded-md font-semibold text-accent underline underline-offset-4">
        {`${caption}, ${STEP_WORDS[by]} by ${STEP_WORDS[by]}`}
      </summary>
      <div className="mt-3">
        <DataTable
          caption={caption}
          columns={all}
          rows={rows}
          rowKey={({ period }) => period.key}
          empty={<p>There are no periods.</p>}
        />
      </div>
    </details>
  );
}
