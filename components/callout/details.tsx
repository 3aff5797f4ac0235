import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonLook } from '#components/ui/button-look.ts';

/** What is not needed at first. Opens without a script, and a refresh leaves it as it is. */
export function Details({ children }: { children: ReactNode }) {
  return (
    <details className="group min-w-0">
      <summary className={buttonLook('quiet', 'regular', 'flex w-full list-none')}>
        <span>Details</span>
        <ChevronDown aria-hidden="true" className="group-[[open]]:[transform:rotate(180deg)]" />
      </summary>
      <div className="mt-3 grid gap-4">{children}</div>
    </details>
  );
}
