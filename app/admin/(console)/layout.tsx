import type { ReactNode } from 'react';
import { AlarmStrip } from '#components/admin/alarms/alarm-strip.tsx';
import { StepUpProvider } from '#components/admin/step-up/step-up-provider.tsx';
import { LivePages } from '#components/live/live-pages.tsx';
import { LiveQueries } from '#components/live/live-queries.tsx';
import { AppShell } from '#components/ui/app-shell.tsx';
import { Button } from '#components/ui/button.tsx';
import { SandboxNotice } from '#components/ui/sandbox-notice.tsx';
import { signOutOperatorAction } from '#lib/identity/actions.ts';
import { env } from '#lib/platform/env.ts';
import { consoleActor } from './console-actor.ts';

const NAV = [
  { href: '/admin/callouts', label: 'Callouts' },
  { href: '/admin/map', label: 'Map' },
  { href: '/admin/customers', label: 'Customers' },
  { href: '/admin/handover', label: 'Handover' },
  { href: '/admin/webhooks', label: 'Webhooks' },
  { href: '/admin/integration', label: 'Integration' },
  { href: '/admin/reports', label: 'Reports' },
];

const ACCOUNT_NAV = [{ href: '/admin/account', label: 'Your account' }];

const ADMIN_NAV = [
  { href: '/admin/operators', label: 'Operators' },
  { href: '/admin/audit', label: 'Audit' },
];

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { role } = await consoleActor();
  return (
    <AppShell
      layout="dense"
      brandHref="/admin/callouts"
      nav={[...NAV, ...(role === 'admin' ? ADMIN_NAV : []), ...ACCOUNT_NAV]}
      notice={<SandboxNotice isSandbox={!env.isLive} />}
      aside={
        <form action={signOutOperatorAction}>
          <Button type="submit" tone="quiet">
            Sign out
          </Button>
        </form>
      }
    >
      <LivePages>
        <LiveQueries>
          <StepUpProvider>
            <AlarmStrip />
            {children}
          </StepUpProvider>
        </LiveQueries>
      </LivePages>
    </AppShell>
  );
}
