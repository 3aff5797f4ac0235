import { ChartColumn } from 'lucide-react';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Clock } from '#components/ui/moment.tsx';
import { pressesIn } from '#lib/console/reports/model.ts';
import type { Report } from '#lib/console/reports/schema.ts';
import { ChartPatterns } from './bar-chart.tsx';
import { Delivery } from './delivery.tsx';
import { ResponseTimes } from './response-times.tsx';
import { TypeTable } from './type-table.tsx';
import { Cancellations, Verdicts, Volumes } from './volumes.tsx';

/** The whole report, rendered on the server for screen and print. */
export function ReportView({ report }: { report: Report }) {
  const { range, zone, asOf, whole } = report;
  const isEmpty =
    whole.callouts.real + whole.callouts.test + whole.presses.test + pressesIn(whole.presses) === 0;
  return (
    <>
      <p className="text-ink-soft">
        <span>{`${range.from} – ${range.to}, days of ${zone}, as of `}</span>
        <Clock at={asOf} />
      </p>
      {isEmpty ? (
        <EmptyState title="Nothing was measured in these days" icon={<ChartColumn />}>
          <p>There was neither a press nor a callout. Choose other days to see what there was.</p>
        </EmptyState>
      ) : (
        <>
          <ChartPatterns />
          <ResponseTimes report={report} />
          <Volumes report={report} />
          <div className="grid gap-8 xl:grid-cols-2">
            <Cancellations report={report} />
            <Verdicts report={report} />
          </div>
          <Delivery report={report} />
          <TypeTable report={report} />
        </>
      )}
      <HowMeasured />
    </>
  );
}

function HowMeasured() {
  return (
    <section aria-labelledby="how-measured" className="grid max-w-prose gap-3 text-ink-soft">
      <h2 id="how-measured" className="text-lg font-semibold text-ink">
        How this is measured
      </h2>
      <p>
        Every figure is counted from what Vigil itself wrote down, and none is estimated: p50 and p90 are
        times that were measured, the ones that half and nine in ten of the cases do not exceed. Where there
        are fewer than five cases the figure says so, because it says little.
      </p>
      <p>
        A stage counts from when we saw it. That is within seconds where AURA’s webhooks come, up to twenty
        seconds later where they do not, and later still where Vigil or AURA was away.
      </p>
    </section>
  );
}
