'use client';

import { usePathname } from 'next/navigation';
import { CrashedBoard } from '#components/admin/board/crashed-board.tsx';
import { ErrorView } from '#components/ui/error-view.tsx';

/** Pages that must keep ringing when they crash. */
const BOARDS: readonly (string | null)[] = ['/admin/callouts', '/admin/wall'];

export default function AdminError({ error, retry }: { error: unknown; retry: () => void }) {
  const isBoard = BOARDS.includes(usePathname());
  return (
    <ErrorView title="Something went wrong" error={error} retry={retry}>
      <p>Callouts go on without this page. What it last showed may be out of date: do not rely on it.</p>
      {isBoard ? <CrashedBoard retry={retry} /> : null}
    </ErrorView>
  );
}
