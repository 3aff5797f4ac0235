'use client';

import { usePathname } from 'next/navigation';
import { CrashedPage } from '#components/admin/board/crashed-page.tsx';
import { MAIN_ID } from '#components/ui/skip-link.tsx';

/** Pages of somebody who is not signed in yet. */
const BEFORE_THE_CONSOLE = /^\/admin\/(sign-in|join|second-factor)\b/;

/** The console's frame itself threw, and its strip of alarms with it. */
export default function ConsoleError({ error, retry }: { error: unknown; retry: () => void }) {
  const isRinging = !BEFORE_THE_CONSOLE.test(usePathname() ?? '');
  return (
    <main id={MAIN_ID} tabIndex={-1} className="px-4">
      <CrashedPage error={error} retry={retry} isRinging={isRinging} />
    </main>
  );
}
