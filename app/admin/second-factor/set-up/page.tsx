import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SecondFactorSetUp } from '#components/admin/second-factor-set-up.tsx';
import { AppShell } from '#components/ui/app-shell.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SandboxNotice } from '#components/ui/sandbox-notice.tsx';
import { signOutOperatorAction } from '#lib/identity/actions.ts';
import { enrolleeFrom } from '#lib/identity/session.ts';
import { env } from '#lib/platform/env.ts';
import { requestHeaders } from '#lib/platform/next-adapter.ts';

export const metadata: Metadata = { title: 'Set up the second step' };

// Stays when the second step is on: the recovery codes are shown here, once, after the code that turned it on.
export default async function SetUpSecondFactorPage() {
  const actor = await enrolleeFrom(await requestHeaders());
  if (actor.role === 'anonymous') redirect('/admin/sign-in');
  return (
    <AppShell
      notice={<SandboxNotice isSandbox={!env.isLive} />}
      aside={
        <form action={signOutOperatorAction}>
          <Button type="submit" tone="quiet">
            Sign out
          </Button>
        </form>
      }
    >
      <div className="mx-auto grid w-full max-w-xl gap-8">
        <PageHeader
          title="Set up the second step"
          lead={
            actor.role === 'enrolling'
              ? 'Admins need it here. The console opens when it is on.'
              : 'A code from your phone, each time that you sign in.'
          }
        />
        <Card>
          <SecondFactorSetUp />
        </Card>
      </div>
    </AppShell>
  );
}
