'use client';

import { PageEmergencyNumbers } from '#components/panic/page-emergency-numbers.tsx';
import { PlainPress } from '#components/panic/plain-press.tsx';
import { ErrorView } from '#components/ui/error-view.tsx';

export default function PersonError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <ErrorView title="Something went wrong" error={error} retry={retry}>
      <p>If you need help now, call. If you pressed before, your alarm may still be sent.</p>
      <PageEmergencyNumbers />
      <PlainPress />
    </ErrorView>
  );
}
