import { ChartFrame } from './chart-frame.tsx';
import { endOfCounts, percent, slot, stack } from './chart-model.ts';

/** Series differ by lightness and pattern, so that colour is not needed. */
const LOOKS = {
  solid: 'fill-accent',
  hatched: 'fill-[url(#chart-hatch)] stroke-alert-line',
  dotted: 'fill-[url(#chart-dots)] stroke-ink-soft',
  hollow: 'fill-surface stroke-control',
} as const;

export type BarLook = keyof typeof LOOKS;

type BarChartProps = {
  title: string;
  alternative: string;
  series: readonly { label: string; look: BarLook }[];
  columns: readonly { key: string; label: string; values: readonly number[] }[];
};

/** Stacked bar chart by period. */
export function BarChart({ title, alternative, series, columns }: BarChartProps) {
  const end = endOfCounts(
    Math.max(0, ...columns.map(({ values }) => values.reduce((sum, value) => sum + value, 0))),
  );
  const words = new Intl.NumberFormat('en');
  return (
    <ChartFrame
      title={title}
      alternative={alternative}
      scale={[words.format(end / 2), words.format(end)]}
      labels={columns.map(({ label }) => label)}
      legend={series.map(({ label, look }) => ({
        label,
        mark: <rect x="1" y="1" width="22" height="14" className={LOOKS[look]} />,
      }))}
    >
      {columns.flatMap(({ key, values }, index) => {
        const { from: x, width } = slot(index, columns.length);
        return stack(values).map((segment) => (
          <rect
            key={`${key} ${segment.series}`}
            x={x}
            width={width}
            y={percent(1 - (segment.from + segment.value) / end)}
            height={percent(segment.value / end)}
            className={LOOKS[series[segment.series]?.look ?? 'solid']}
          />
        ));
      })}
    </ChartFrame>
  );
}

/** SVG patterns; rendered once per page. */
export function ChartPatterns() {
  return (
    <svg aria-hidden="true" width="0" height="0" className="absolute">
      <defs>
        <pattern
          id="chart-hatch"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" className="fill-surface" />
          <rect width="3" height="6" className="fill-alert-line" />
        </pattern>
        <pattern id="chart-dots" width="5" height="5" patternUnits="userSpaceOnUse">
          <rect width="5" height="5" className="fill-surface" />
          <circle cx="2.5" cy="2.5" r="1.4" className="fill-ink-soft" />
        </pattern>
      </defs>
    </svg>
  );
}
