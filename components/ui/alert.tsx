import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

type AlertProps = { title: ReactNode; children?: ReactNode };

/** An error; announced at once by screen readers. */
export function Alert({ title, children }: AlertProps) {
  return (
    <div role="alert" className="alert-box flex items-start gap-3">
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-6 shrink-0" />
      <div className="grid min-w-0 flex-1 gap-2">
        <p className="font-semibold">{title}</p>
        {children}
      </div>
    </div>
  );
}
