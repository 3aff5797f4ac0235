'use client';

import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonLook } from '#components/ui/button-look.ts';
import { useWords } from '#components/ui/words.tsx';

/** What is not needed at first. Opens without a script, and a refresh leaves it as it is. */
export function Details({ children }: { children: ReactNode }) {
  const t = useWords();
  return (
    <details className="group min-w-0">
      <summary className={buttonLook('quiet', 'regular', 'flex w-full list-none')}>
        <span>{t('callout.details')}</span>
        <ChevronDown aria-hidden="true" className="group-[[open]]:[transform:rotate(180deg)]" />
      </summary>
      <div className="mt-3 grid gap-4">{children}</div>
    </details>
  );
}
