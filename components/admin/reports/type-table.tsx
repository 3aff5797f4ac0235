import { Card } from '#components/ui/card.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { type Report, type TypeRow, timedStages } from '#lib/console/reports/schema.ts';
import { countText, STAGE_WORDS } from './report-words.ts';
import { SpreadCell } from './spread-cell.tsx';

/** Totals by response type. */
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
          {
            key: 'real',
            header: 'Real',
            isNumeric: true,
            cell: ({ callouts }) => <Count of={callouts.real} />,
          },
          {
            key: 'test',
            header: 'TEST',
            isNumeric: true,
            cell: ({ callouts }) => <Count of={callouts.test} />,
          },
          ...timedStages.map((stage) => ({
            key: stage,
            header: STAGE_WORDS[stage],
            cell: (row: TypeRow) => <SpreadCell spread={row.callouts.stages[stage]} />,
          })),
          {
            key: 'false',
            header: 'False alarms',
            isNumeric: true,
            cell: ({ callouts }) => <Count of={callouts.verdicts.falseAlarm} />,
          },
        ]}
        rows={report.types}
        rowKey={({ typeId }) => String(typeId)}
        empty={null}
      />
    </Card>
  );
}

/** Numbers never wrap. */
function Count({ of }: { of: number }) {
  return <span className="whitespace-nowrap">{countText(of)}</span>;
}
