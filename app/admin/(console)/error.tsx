'use client';

import { ErrorView } from '#components/ui/error-view.tsx';

export default function AdminError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <ErrorView title="Something went wrong" error={error} retry={retry}>
      <p>Callouts go on without this page. What it last showed may be out of date: do not rely on it.</p>
    </ErrorView>
  );
}
