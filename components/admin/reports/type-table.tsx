import { Card } from '#components/ui/card.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { type Report, type TypeRow, timedStages } from '#lib/reports/schema.ts';
import { casesText, countText, STAGE_WORDS, tookText } from './report-words.ts';

/** The whole range by what kind of help was asked for. */
export function TypeTable({ report }: { report: Report }) {
  if (report.types.length === 0) return null;
  return (
    <Card title="By response type">
      <p className="max-w-prose text-ink-soft">
        Unknown are callouts that were raised elsewhere, or before Vigil kept their response type.
      </p>
      <DataTable
        caption="Whole range by response type"
        columns={[
          { key: 'type', header: 'Response type', cell: ({ name }) => name },
          { key: 'real', header: 'Real', isNumeric: true, cell: ({ callouts }) => countText(callouts.real) },
          { key: 'test', header: 'TEST', isNumeric: true, cell: ({ callouts }) => countText(callouts.test) },
          ...timedStages.map((stage) => ({
            key: stage,
            header: STAGE_WORDS[stage],
            cell: (row: TypeRow) => <TypeCell row={row} stage={stage} />,
          })),
          {
            key: 'false',
            header: 'False alarms',
            isNumeric: true,
            cell: ({ callouts }) => countText(callouts.verdicts.falseAlarm),
          },
        ]}
        rows={report.types}
        rowKey={({ typeId }) => String(typeId)}
        empty={null}
      />
    </Card>
  );
}

function TypeCell({ row, stage }: { row: TypeRow; stage: (typeof timedStages)[number] }) {
  const { cases, p50Ms, p90Ms } = row.callouts.stages[stage];
  if (p50Ms === null || p90Ms === null) return 'no cases';
  return (
    <span className="grid tabular-nums">
      <span>
        {tookText(p50Ms)}, p90 {tookText(p90Ms)}
      </span>
      <span className="text-sm text-ink-soft">{casesText(cases)}</span>
    </span>
  );
}
