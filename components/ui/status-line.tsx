import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';

type StatusTone = 'neutral' | 'good' | 'attention';

const TONES: Record<StatusTone, string> = {
  neutral: 'border-line bg-surface text-ink',
  good: 'border-good-line bg-good-wash text-good-ink',
  attention: 'border-alert-line bg-alert-wash text-alert-ink',
};

type StatusLineProps = {
  children: ReactNode;
  tone?: StatusTone;
  icon?: ReactNode;
  /** Ticking facts outside the live region, which would announce every tick. */
  aside?: ReactNode;
};

/** A state, announced when it changes. */
export function StatusLine({ children, tone = 'neutral', icon, aside }: StatusLineProps) {
  return (
    <div
      className={classNames(
        'flex flex-wrap items-center gap-x-4 gap-y-1 rounded-md border p-4 [&_svg]:size-6 [&_svg]:shrink-0',
        TONES[tone],
      )}
    >
      {icon ? <span aria-hidden="true">{icon}</span> : null}
      <p role="status" className="min-w-0 flex-1 basis-44 font-semibold">
        {children}
      </p>
      {aside ? <p className="text-sm">{aside}</p> : null}
    </div>
  );
}
