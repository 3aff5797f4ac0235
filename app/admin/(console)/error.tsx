'use client';

import { usePathname } from 'next/navigation';
import { CrashedPage } from '#components/admin/board/crashed-page.tsx';

/** It must keep ringing when it crashes; beside the others is the strip. */
const BOARD = '/admin/callouts';

export default function AdminError({ error, retry }: { error: unknown; retry: () => void }) {
  return <CrashedPage error={error} retry={retry} isRinging={usePathname() === BOARD} />;
}
