import type { ReactNode } from 'react';

type EmptyStateProps = { title: string; children?: ReactNode; icon?: ReactNode; actions?: ReactNode };

export function EmptyState({ title, children, icon, actions }: EmptyStateProps) {
  return (
    <div className="grid justify-items-center gap-3 rounded-lg border border-dashed border-control px-6 py-12 text-center">
      {icon ? (
        <span aria-hidden="true" className="text-accent [&_svg]:size-9">
          {icon}
        </span>
      ) : null}
      <h2 className="text-lg font-semibold">{title}</h2>
      {children ? <div className="max-w-prose text-ink-soft">{children}</div> : null}
      {actions ? <div className="mt-2 flex flex-wrap justify-center gap-3">{actions}</div> : null}
    </div>
  );
}
