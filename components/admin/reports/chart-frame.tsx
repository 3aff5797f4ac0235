import type { ReactNode } from 'react';
import { sparse } from './chart-model.ts';

type ChartFrameProps = {
  title: string;
  /** Text alternative; the table below has all figures. */
  alternative: string;
  /** Labels of the scale's middle and end. */
  scale: readonly [half: string, end: string];
  /** Labels of the horizontal axis. */
  labels: readonly string[];
  legend: readonly { label: string; mark: ReactNode }[];
  children: ReactNode;
};

/** Title, scale and legend of a chart as page text, which scales with the font size. */
export function ChartFrame({ title, alternative, scale, labels, legend, children }: ChartFrameProps) {
  const [half, end] = scale;
  return (
    <figure className="@container grid min-w-0 content-start gap-3 break-inside-avoid">
      <figcaption className="font-semibold">{title}</figcaption>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
        <div
          aria-hidden="true"
          className="flex h-40 flex-col justify-between text-sm whitespace-nowrap text-ink-soft tabular-nums"
        >
          {[end, half, '0'].map((word) => (
            // Zero height centres the label on its line.
            <span key={word} className="flex h-0 items-center justify-end">
              {word}
            </span>
          ))}
        </div>
        <svg role="img" aria-label={alternative} className="h-40 w-full overflow-visible">
          {['0%', '50%', '100%'].map((at) => (
            <line key={at} x1="0" x2="100%" y1={at} y2={at} className="stroke-line" />
          ))}
          {children}
        </svg>
        <div
          aria-hidden="true"
          className="col-start-2 pt-3 flex flex-wrap justify-between gap-2 text-sm text-ink-soft tabular-nums"
        >
          {sparse(labels.map((label, place) => ({ label, place }))).map(({ label, place }) => (
            // On narrow screens only the first and last label.
            <span key={place} className="not-first:not-last:hidden @3xs:inline!">
              {label}
            </span>
          ))}
        </div>
      </div>
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {legend.map(({ label, mark }) => (
          <li key={label} className="flex items-center gap-2">
            <svg aria-hidden="true" width="24" height="16" className="shrink-0">
              {mark}
            </svg>
            <span>{label}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
