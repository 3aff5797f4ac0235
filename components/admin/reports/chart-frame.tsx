import type { ReactNode } from 'react';
import { sparse } from './chart-model.ts';

type ChartFrameProps = {
  title: string;
  /** What the drawing shows, for those who do not see it; the table beneath has every figure. */
  alternative: string;
  /** What half and the whole of the scale are. */
  scale: readonly [half: string, end: string];
  /** What stands along the bottom. */
  labels: readonly string[];
  legend: readonly { label: string; mark: ReactNode }[];
  children: ReactNode;
};

/** A drawing with its name, its scale and its legend. The words are text of the page, and so grow with it. */
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
            // Of no height, so that its middle lies on its line.
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
            // Where there is no room for more, the first and the last say what the stretch is.
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
