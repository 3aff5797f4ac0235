'use client';

import { PageEmergencyNumbers } from '#components/panic/page-emergency-numbers.tsx';
import { ErrorView } from '#components/ui/error-view.tsx';
import { useWords } from '#components/ui/words.tsx';

export default function PublicError({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useWords();
  return (
    <ErrorView title={t('broken.title')} error={error} retry={retry}>
      <p>{t('entry.broken')}</p>
      <PageEmergencyNumbers />
    </ErrorView>
  );
}
