import { isFew } from '#lib/console/reports/model.ts';
import type { Spread } from '#lib/console/reports/schema.ts';
import { ChartFrame } from './chart-frame.tsx';
import { endOfTimes, percent, slot } from './chart-model.ts';
import { scaleText } from './report-words.ts';

const P50 = 'p50: half took at most this';
const P90 = 'p90: nine in ten took at most this';

type SpreadChartProps = {
  title: string;
  alternative: string;
  points: readonly { key: string; label: string; spread: Spread }[];
};

/** p50 and p90 by period; a period without cases is a gap. */
export function SpreadChart({ title, alternative, points }: SpreadChartProps) {
  const end = endOfTimes(Math.max(1, ...points.map(({ spread }) => spread.p90Ms ?? 0)));
  const spreads = points.map(({ spread }) => spread);
  return (
    <ChartFrame
      title={title}
      alternative={alternative}
      scale={[scaleText(end / 2), scaleText(end)]}
      labels={points.map(({ label }) => label)}
      legend={[
        { label: P50, mark: <Sample isDashed={false} /> },
        { label: P90, mark: <Sample isDashed /> },
      ]}
    >
      <Line spreads={spreads} of="p90Ms" end={end} />
      <Line spreads={spreads} of="p50Ms" end={end} />
    </ChartFrame>
  );
}

type LineProps = { spreads: readonly Spread[]; of: 'p50Ms' | 'p90Ms'; end: number };

function Line({ spreads, of, end }: LineProps) {
  const isDashed = of === 'p90Ms';
  const at = (ms: number) => percent(1 - ms / end);
  return spreads.map((spread, index) => {
    const ms = spread[of];
    if (ms === null) return null;
    const { middle } = slot(index, spreads.length);
    const next = spreads[index + 1]?.[of] ?? null;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a period is its place in the row
      <g key={index}>
        {next === null ? null : (
          <line
            x1={middle}
            y1={at(ms)}
            x2={slot(index + 1, spreads.length).middle}
            y2={at(next)}
            strokeWidth="2"
            strokeDasharray={isDashed ? '5 4' : undefined}
            className={isDashed ? 'stroke-alert-line' : 'stroke-accent'}
          />
        )}
        <Mark x={middle} y={at(ms)} isDashed={isDashed} isHollow={isFew(spread.cases)} />
      </g>
    );
  });
}

type MarkProps = { x: string; y: string; isDashed: boolean; isHollow: boolean };

/** Shape tells the series, hollow means a small sample. */
function Mark({ x, y, isDashed, isHollow }: MarkProps) {
  if (isDashed) {
    return (
      <rect
        x={x}
        y={y}
        width="6"
        height="6"
        transform="translate(-3 -3)"
        strokeWidth="1.5"
        className={`stroke-alert-line ${isHollow ? 'fill-surface' : 'fill-alert-line'}`}
      />
    );
  }
  return (
    <circle
      cx={x}
      cy={y}
      r="3"
      strokeWidth="1.5"
      className={`stroke-accent ${isHollow ? 'fill-surface' : 'fill-accent'}`}
    />
  );
}

function Sample({ isDashed }: { isDashed: boolean }) {
  return (
    <>
      <line
        x1="0"
        x2="24"
        y1="8"
        y2="8"
        strokeWidth="2"
        strokeDasharray={isDashed ? '5 4' : undefined}
        className={isDashed ? 'stroke-alert-line' : 'stroke-accent'}
      />
      <Mark x="12" y="8" isDashed={isDashed} isHollow={false} />
    </>
  );
}
