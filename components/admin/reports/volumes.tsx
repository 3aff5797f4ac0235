import { Card } from '#components/ui/card.tsx';
import type { CalloutFigures, Report } from '#lib/console/reports/schema.ts';
import { BarChart, type BarLook } from './bar-chart.tsx';
import { PeriodTable } from './period-table.tsx';
import { countsInWords, countText, periodLabel } from './report-words.ts';

type Counted = { label: string; look: BarLook; of: (figures: CalloutFigures) => number };

const RAISED: readonly Counted[] = [
  { label: 'Real', look: 'solid', of: ({ real }) => real },
  { label: 'TEST', look: 'hatched', of: ({ test }) => test },
];

const CALLED_OFF: readonly Counted[] = [
  { label: 'By the person', look: 'solid', of: ({ cancelled }) => cancelled.byPerson },
  { label: 'By an operator', look: 'hatched', of: ({ cancelled }) => cancelled.byOperator },
  { label: 'At AURA, not by us', look: 'dotted', of: ({ cancelled }) => cancelled.elsewhere },
  { label: 'Asked for, not accepted', look: 'hollow', of: ({ cancelled }) => cancelled.notAccepted },
];

const VERDICTS: readonly Counted[] = [
  { label: 'Genuine', look: 'solid', of: ({ verdicts }) => verdicts.genuine },
  { label: 'False alarm', look: 'hatched', of: ({ verdicts }) => verdicts.falseAlarm },
  { label: 'Not marked', look: 'hollow', of: ({ verdicts }) => verdicts.unmarked },
];

export function Volumes({ report }: { report: Report }) {
  return (
    <Card title="Callouts raised">
      <p className="max-w-prose text-ink-soft">TEST callouts are counted here and nowhere else.</p>
      <CountChart title="Callouts raised" counted={RAISED} report={report} />
      <CountTable caption="Callouts raised" counted={RAISED} report={report} />
    </Card>
  );
}

export function Cancellations({ report }: { report: Report }) {
  return (
    <Card title="Cancelled">
      <p className="max-w-prose text-ink-soft">{`Real callouts, counted in the ${report.by} in which they were raised. Where several asked, the first whose cancellation AURA confirmed counts.`}</p>
      <CountChart title="Callouts cancelled" counted={CALLED_OFF} report={report} />
      <CountTable caption="Callouts cancelled" counted={CALLED_OFF} report={report} />
    </Card>
  );
}

export function Verdicts({ report }: { report: Report }) {
  return (
    <Card title="False alarms">
      <p className="max-w-prose text-ink-soft">
        What operators marked real callouts as. Those that nobody marked are counted as that: they are
        neither.
      </p>
      <CountChart title="Verdicts" counted={VERDICTS} report={report} />
      <CountTable caption="Verdicts" counted={VERDICTS} report={report} />
    </Card>
  );
}

type PartProps = { report: Report; counted: readonly Counted[] };

function CountChart({ title, counted, report }: PartProps & { title: string }) {
  const { rows, by } = report;
  const inWords = counted.map(({ label, of }) =>
    countsInWords(
      label,
      rows.map(({ period, callouts }) => ({ period, value: of(callouts) })),
      by,
    ),
  );
  return (
    <BarChart
      title={`${title}, by ${by}`}
      alternative={`${title}, by ${by}. ${inWords.join(' ')}`}
      series={counted}
      columns={rows.map(({ period, callouts }) => ({
        key: period.key,
        label: periodLabel(period, by),
        values: counted.map(({ of }) => of(callouts)),
      }))}
    />
  );
}

function CountTable({ caption, counted, report }: PartProps & { caption: string }) {
  return (
    <PeriodTable
      caption={caption}
      report={report}
      columns={counted.map(({ label, of }) => ({
        key: label,
        header: label,
        cell: ({ callouts }) => countText(of(callouts)),
      }))}
    />
  );
}
