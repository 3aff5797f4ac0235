'use client';

import { PageEmergencyNumbers } from '#components/panic/page-emergency-numbers.tsx';
import { ErrorView } from '#components/ui/error-view.tsx';

export default function PublicError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <ErrorView title="Something went wrong" error={error} retry={retry}>
      <p>Nothing that you typed was sent. If you need help now, call:</p>
      <PageEmergencyNumbers />
    </ErrorView>
  );
}
