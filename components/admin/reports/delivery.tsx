import { Card } from '#components/ui/card.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { deliveredShare, preciseShare, pressesIn } from '#lib/console/reports/model.ts';
import type { PressFigures, Report } from '#lib/console/reports/schema.ts';
import { BarChart, type BarLook } from './bar-chart.tsx';
import { PeriodTable } from './period-table.tsx';
import { countsInWords, countText, periodLabel, shareText, spreadText } from './report-words.ts';
import { SpreadCell } from './spread-cell.tsx';
import { SpreadChart } from './spread-chart.tsx';

type State = keyof PressFigures['states'];

const UNDELIVERED: readonly { state: State; label: string; look: BarLook }[] = [
  { state: 'rejected', label: 'Refused by AURA', look: 'solid' },
  { state: 'expired', label: 'Expired', look: 'hatched' },
  { state: 'withdrawn', label: 'Cancelled', look: 'hollow' },
  { state: 'recorded', label: 'On their way', look: 'dotted' },
];

export function Delivery({ report }: { report: Report }) {
  const { presses } = report.whole;
  const { rows, by } = report;
  return (
    <Card title="Delivery of presses">
      <p className="max-w-prose text-ink-soft">
        Real presses, of all response types: a press has none before AURA has it. The share is of those whose
        end is known, neither cancelled by the person nor still on their way.
      </p>
      <DefinitionList
        items={[
          { term: 'Delivered', detail: deliveredText(presses) },
          { term: 'From press to AURA’s id', detail: spreadText(presses.toAura) },
          {
            term: 'Not delivered',
            detail: UNDELIVERED.map(
              ({ state, label }) => `${label} ${countText(presses.states[state])}`,
            ).join(', '),
          },
          { term: 'Location of 50 m or better', detail: preciseText(presses) },
          { term: 'TEST presses', detail: countText(presses.test) },
        ]}
      />
      <div className="grid gap-x-10 gap-y-8 md:grid-cols-2">
        <BarChart
          title={`Presses that are not with AURA, by ${by}`}
          alternative={`Presses that are not with AURA, by ${by}. ${UNDELIVERED.map(({ state, label }) =>
            countsInWords(
              label,
              rows.map((row) => ({ period: row.period, value: row.presses.states[state] })),
              by,
            ),
          ).join(' ')}`}
          series={UNDELIVERED}
          columns={rows.map((row) => ({
            key: row.period.key,
            label: periodLabel(row.period, by),
            values: UNDELIVERED.map(({ state }) => row.presses.states[state]),
          }))}
        />
        <SpreadChart
          title="From press to AURA’s id"
          alternative={`Time from press to AURA’s id, by ${by}. Whole range: ${spreadText(presses.toAura)}.`}
          points={rows.map((row) => ({
            key: row.period.key,
            label: periodLabel(row.period, by),
            spread: row.presses.toAura,
          }))}
        />
      </div>
      <PeriodTable
        caption="Delivery of presses"
        report={report}
        columns={[
          { key: 'delivered', header: 'Delivered', cell: (row) => deliveredText(row.presses) },
          ...UNDELIVERED.map(({ state, label }) => ({
            key: state,
            header: label,
            cell: (row: Report['rows'][number]) => countText(row.presses.states[state]),
          })),
          { key: 'precise', header: '50 m or better', cell: (row) => countText(row.presses.precise) },
          { key: 'took', header: 'To AURA’s id', cell: (row) => <SpreadCell spread={row.presses.toAura} /> },
        ]}
      />
    </Card>
  );
}

function preciseText(presses: PressFigures): string {
  const share = preciseShare(presses);
  if (share === null) return 'no presses';
  return `${countText(presses.precise)} of ${countText(pressesIn(presses))} (${shareText(share)}); EENA’s bar is 80 %`;
}

function deliveredText(presses: PressFigures): string {
  const { delivered, rejected, expired } = presses.states;
  if (pressesIn(presses) === 0) return 'no presses';
  const share = deliveredShare(presses);
  if (share === null) return 'none whose end is known';
  return `${countText(delivered)} of ${countText(delivered + rejected + expired)} (${shareText(share)})`;
}
