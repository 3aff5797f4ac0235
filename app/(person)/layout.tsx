import type { ReactNode } from 'react';
import { LivePages } from '#components/live/live-pages.tsx';
import { SignOut } from '#components/profile/sign-out.tsx';
import { AppShell, type NavItem } from '#components/ui/app-shell.tsx';
import { QueryProvider } from '#components/ui/query-provider.tsx';
import { SandboxNotice } from '#components/ui/sandbox-notice.tsx';
import { env } from '#lib/platform/env.ts';

const NAV: readonly NavItem[] = [
  { href: '/panic', label: 'Panic' },
  { href: '/practice', label: 'Practice' },
  { href: '/profile', label: 'Profile' },
];

export default function PersonLayout({ children }: { children: ReactNode }) {
  return (
    <AppShell
      layout="wide"
      brandHref="/panic"
      notice={<SandboxNotice isSandbox={!env.isLive} />}
      nav={NAV}
      aside={<SignOut />}
    >
      <QueryProvider>
        <LivePages>{children}</LivePages>
      </QueryProvider>
    </AppShell>
  );
}
