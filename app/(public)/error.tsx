'use client';

import { BrokenPage } from '#components/panic/broken-page.tsx';
import { useWords } from '#components/ui/words.tsx';

export default function PublicError({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useWords();
  const words = {
    title: t('broken.title'),
    what: t('broken.page'),
    help: t('entry.broken'),
    call: (number: string) => t('call.number', { number }),
    again: t('broken.again'),
    reference: (reference: string) => t('broken.reference', { reference }),
  };
  return <BrokenPage words={words} error={error} retry={retry} />;
}
