import type { ReactNode } from 'react';
import { BrokenPage } from '#components/panic/broken-page.tsx';
import { useWords } from '#components/ui/words.tsx';

type PageBrokeProps = { error: unknown; retry: () => void; help: string; children?: ReactNode };

/** The broken page in the language of its layout. */
export function PageBroke({ error, retry, help, children }: PageBrokeProps) {
  const t = useWords();
  const words = {
    title: t('broken.title'),
    what: t('broken.page'),
    help,
    call: (number: string) => t('call.number', { number }),
    again: t('broken.again'),
    reference: (reference: string) => t('broken.reference', { reference }),
  };
  return (
    <BrokenPage words={words} error={error} retry={retry}>
      {children}
    </BrokenPage>
  );
}
