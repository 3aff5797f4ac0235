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
    <figure className="grid min-w-0 content-start gap-2 break-inside-avoid">
      <figcaption className="font-semibold">{title}</figcaption>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
        <div
          aria-hidden="true"
          className="-my-2.5 flex flex-col justify-between text-right text-sm text-ink-soft tabular-nums"
        >
          <span>{end}</span>
          <span>{half}</span>
          <span>0</span>
        </div>
        <svg role="img" aria-label={alternative} className="h-40 w-full overflow-visible">
          {['0%', '50%', '100%'].map((at) => (
            <line key={at} x1="0" x2="100%" y1={at} y2={at} className="stroke-line" />
          ))}
          {children}
        </svg>
        <div
          aria-hidden="true"
          className="col-start-2 mt-2 flex justify-between gap-2 text-sm text-ink-soft tabular-nums"
        >
          {sparse(labels).map((label) => (
            <span key={label}>{label}</span>
          ))}
        </div>
      </div>
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {legend.map(({ label, mark }) => (
          <li key={label} className="flex items-center gap-2">
            <svg aria-hidden="true" className="h-4 w-6 shrink-0 overflow-visible">
              {mark}
            </svg>
            {label}
          </li>
        ))}
      </ul>
    </figure>
  );
}
