import type { Spread } from '#lib/console/reports/schema.ts';
import { casesText, countText, tookText } from './report-words.ts';

type SpreadCellProps = {
  spread: Spread;
  /** Cases without the measurement. */
  without?: number;
};

/** Percentiles in a cell, with the sample size. */
export function SpreadCell({ spread: { p50Ms, p90Ms, cases }, without = 0 }: SpreadCellProps) {
  return (
    <span className="grid tabular-nums">
      {p50Ms === null || p90Ms === null ? null : (
        <>
          <span className="@3xl:whitespace-nowrap">{`p50 ${tookText(p50Ms)}`}</span>
          <span className="@3xl:whitespace-nowrap">{`p90 ${tookText(p90Ms)}`}</span>
        </>
      )}
      <span className="text-sm text-ink-soft">
        {`${casesText(cases)}${without > 0 ? `, not seen in ${countText(without)}` : ''}`}
      </span>
    </span>
  );
}
