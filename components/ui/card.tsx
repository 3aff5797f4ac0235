import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';

type CardProps = {
  children: ReactNode;
  title?: ReactNode;
  /** Actions for the whole card. */
  actions?: ReactNode;
  className?: string;
};

export function Card({ children, title, actions, className }: CardProps) {
  return (
    <section
      className={classNames(
        'grid min-w-0 grid-cols-1 content-start gap-4 rounded-lg border border-line bg-surface p-5 shadow-md sm:p-7',
        className,
      )}
    >
      {title || actions ? (
        <div className="card-head flex flex-wrap items-center justify-between gap-3">
          {title ? <h2 className="text-lg font-semibold">{title}</h2> : null}
          {actions}
        </div>
      ) : null}
      {children}
    </section>
  );
}
