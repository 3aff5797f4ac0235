'use client';

import { usePathname } from 'next/navigation';
import { CrashedPage } from '#components/admin/board/crashed-page.tsx';

/** Pages that must keep ringing when they crash; beside the others is the strip. */
const BOARDS: readonly (string | null)[] = ['/admin/callouts', '/admin/wall'];

export default function AdminError({ error, retry }: { error: unknown; retry: () => void }) {
  return <CrashedPage error={error} retry={retry} isRinging={BOARDS.includes(usePathname())} />;
}
