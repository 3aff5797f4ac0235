import type { ReactNode } from 'react';
import { AppShell } from '#components/ui/app-shell.tsx';
import { Button } from '#components/ui/button.tsx';
import { QueryProvider } from '#components/ui/query-provider.tsx';
import { SandboxNotice } from '#components/ui/sandbox-notice.tsx';
import { signOutOperatorAction } from '#lib/identity/actions.ts';
import { env } from '#lib/platform/env.ts';

const NAV = [{ href: '/admin/callouts', label: 'Callouts' }];

export default function ConsoleLayout({ children }: { children: ReactNode }) {
  return (
    <AppShell
      layout="wide"
      brandHref="/admin/callouts"
      nav={NAV}
      notice={<SandboxNotice isSandbox={!env.isLive} />}
      aside={
        <form action={signOutOperatorAction}>
          <Button type="submit" tone="quiet">
            Sign out
          </Button>
        </form>
      }
    >
      <QueryProvider>{children}</QueryProvider>
    </AppShell>
  );
}
