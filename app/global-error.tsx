'use client';

import { PageEmergencyNumbers } from '#components/panic/page-emergency-numbers.tsx';
import { ErrorView } from '#components/ui/error-view.tsx';
import '#app/globals.css';

export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong</title>
        <main className="px-4">
          <ErrorView title="Something went wrong" error={error} retry={retry}>
            <p>If you need help now, call:</p>
            <PageEmergencyNumbers />
          </ErrorView>
        </main>
      </body>
    </html>
  );
}
