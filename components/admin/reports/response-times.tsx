import { Card } from '#components/ui/card.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import {
  type CalloutFigures,
  type Report,
  type TimedStage,
  timedStages,
} from '#lib/console/reports/schema.ts';
import { PeriodTable } from './period-table.tsx';
import { casesText, countText, periodLabel, STAGE_WORDS, spreadText, tookText } from './report-words.ts';
import { SpreadCell } from './spread-cell.tsx';
import { SpreadChart } from './spread-chart.tsx';

/** Time from raising a callout to each stage. */
export function ResponseTimes({ report }: { report: Report }) {
  const { callouts } = report.whole;
  return (
    <Card title="Response times">
      <p className="max-w-prose text-ink-soft">
        From when AURA had a real callout until we saw each stage. A callout in which a stage was not seen,
        because it was skipped, cancelled before or is still open, is left out of that stage and counted
        beside it.
      </p>
      <DataTable
        caption="Response times of the whole range"
        columns={[
          { key: 'stage', header: 'Until', cell: ({ stage }) => STAGE_WORDS[stage] },
          {
            key: 'p50',
            header: 'p50',
            isNumeric: true,
            cell: ({ stage }) => timeOf(callouts, stage, 'p50Ms'),
          },
          {
            key: 'p90',
            header: 'p90',
            isNumeric: true,
            cell: ({ stage }) => timeOf(callouts, stage, 'p90Ms'),
          },
          {
            key: 'cases',
            header: 'From',
            isNumeric: true,
            cell: ({ stage }) => casesText(callouts.stages[stage].cases),
          },
          {
            key: 'without',
            header: 'Not seen in',
            isNumeric: true,
            cell: ({ stage }) => countText(callouts.real - callouts.stages[stage].cases),
          },
        ]}
        rows={timedStages.map((stage) => ({ stage }))}
        rowKey={({ stage }) => stage}
        empty={null}
      />
      <div className="mt-3 grid gap-x-10 gap-y-8 md:grid-cols-2 2xl:grid-cols-3">
        {timedStages.map((stage) => (
          <SpreadChart
            key={stage}
            title={`Until ${STAGE_WORDS[stage].toLowerCase()}`}
            alternative={`Time until ${STAGE_WORDS[stage].toLowerCase()}, by ${report.by}. Whole range: ${spreadText(callouts.stages[stage])}.`}
            points={report.rows.map(({ period, callouts: figures }) => ({
              key: period.key,
              label: periodLabel(period, report.by),
              spread: figures.stages[stage],
            }))}
          />
        ))}
      </div>
      <PeriodTable
        caption="Response times"
        report={report}
        columns={timedStages.map((stage) => ({
          key: stage,
          header: STAGE_WORDS[stage],
          cell: ({ callouts: { real, stages } }) => (
            <SpreadCell spread={stages[stage]} without={real - stages[stage].cases} />
          ),
        }))}
      />
    </Card>
  );
}

function timeOf(figures: CalloutFigures, stage: TimedStage, share: 'p50Ms' | 'p90Ms'): string {
  const ms = figures.stages[stage][share];
  return ms === null ? '–' : tookText(ms);
}
