import type { ReactNode } from 'react';
import { ownOpen } from '#app/own-open.ts';
import { OwnOpenCallouts } from '#components/callout/own-open-callouts.tsx';
import { LivePages } from '#components/live/live-pages.tsx';
import { AppShell, type NavItem } from '#components/ui/app-shell.tsx';
import { FooterLinks } from '#components/ui/footer-links.tsx';
import { QueryProvider } from '#components/ui/query-provider.tsx';
import { SandboxNotice } from '#components/ui/sandbox-notice.tsx';
import { env } from '#lib/platform/env.ts';

const NAV: readonly NavItem[] = [
  { href: '/panic', label: 'Panic' },
  { href: '/practice', label: 'Practice' },
  { href: '/profile', label: 'Profile' },
];

export default async function PersonLayout({ children }: { children: ReactNode }) {
  const open = await ownOpen();
  return (
    <AppShell
      layout="wide"
      brandHref="/panic"
      notice={<SandboxNotice isSandbox={!env.isLive} />}
      nav={NAV}
      isSlim
      footer={<FooterLinks />}
    >
      <QueryProvider>
        <LivePages>
          <OwnOpenCallouts initial={open} />
          {children}
        </LivePages>
      </QueryProvider>
    </AppShell>
  );
}
