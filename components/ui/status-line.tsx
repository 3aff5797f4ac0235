import type { ReactNode } from 'react';

type StatusTone = 'neutral' | 'good' | 'attention';

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
    <div className={`status-line tone-${tone}`}>
      {icon ? <span aria-hidden="true">{icon}</span> : null}
      <p role="status" className="min-w-0 flex-1 basis-44 font-semibold">
        {children}
      </p>
      {aside ? <p className="text-sm">{aside}</p> : null}
    </div>
  );
}
