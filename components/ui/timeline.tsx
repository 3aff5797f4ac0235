import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';

export type TimelineStep = {
  key: string;
  title: ReactNode;
  /** Usually an Age; absent for upcoming steps. */
  when?: ReactNode;
  detail?: ReactNode;
  /** `aside`: an event that is not a stage. */
  progress: 'done' | 'current' | 'ahead' | 'aside';
};

const DOTS: Record<TimelineStep['progress'], string> = {
  done: 'border-accent bg-accent text-accent-ink',
  current: 'border-accent bg-surface ring-4 ring-accent-wash',
  ahead: 'border-control bg-surface',
  aside: '[transform:scale(0.5)] border-control bg-control',
};

const TITLES: Record<TimelineStep['progress'], string> = {
  done: 'font-semibold',
  current: 'font-semibold',
  ahead: 'text-ink-soft',
  aside: 'font-medium',
};

type TimelineProps = {
  steps: readonly TimelineStep[];
  label: string;
  /** Of a step ahead. */
  notYet?: string;
};

export function Timeline({ steps, label, notYet = '(not yet)' }: TimelineProps) {
  return (
    <ol aria-label={label} className="grid print:block">
      {steps.map((step) => (
        <li
          key={step.key}
          aria-current={step.progress === 'current' ? 'step' : undefined}
          className="group relative grid grid-cols-[1.5rem_1fr] gap-x-4 pb-6 last:pb-0"
        >
          <span
            aria-hidden="true"
            className="absolute top-6 bottom-0 left-[0.6875rem] w-0.5 bg-line group-last:hidden"
          />
          <span
            aria-hidden="true"
            className={classNames(
              'relative mt-0.5 grid size-6 place-items-center rounded-full border-2',
              DOTS[step.progress],
            )}
          >
            {step.progress === 'done' ? <Check className="size-3.5" strokeWidth={3} /> : null}
            {step.progress === 'current' ? <span className="size-2.5 rounded-full bg-accent" /> : null}
          </span>
          <div className="grid min-w-0 gap-0.5">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <p className={TITLES[step.progress]}>
                <span>{step.title}</span>
                {step.progress === 'ahead' ? <span className="sr-only">{` ${notYet}`}</span> : null}
              </p>
              {step.when ? <p className="text-sm text-ink-soft">{step.when}</p> : null}
            </div>
            {step.detail ? <div className="text-sm text-ink-soft">{step.detail}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
