import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AddPasskey } from '#components/admin/second-step/add-passkey.tsx';
import { AppSetUp } from '#components/admin/second-step/app-set-up.tsx';
import { FactorChoice } from '#components/admin/second-step/factor-choice.tsx';
import { AppShell } from '#components/ui/app-shell.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SandboxNotice } from '#components/ui/sandbox-notice.tsx';
import { signOutOperatorAction } from '#lib/identity/actions.ts';
import { deviceName } from '#lib/identity/device-model.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { enrolleeFrom } from '#lib/identity/session.ts';
import { readOwnFactors } from '#lib/operators/second-factor/read-own-factors.ts';
import { env } from '#lib/platform/env.ts';

export const metadata: Metadata = { title: 'Set up the second step' };

type SetUpPageProps = { searchParams: Promise<{ with?: string | string[] }> };

// No redirect once a factor is active: the form still shows the recovery codes, once.
export default async function SetUpSecondFactorPage({ searchParams }: SetUpPageProps) {
  const headers = await requestHeaders();
  const actor = await enrolleeFrom(headers);
  const factors = await readOwnFactors(actor, {});
  if (!factors.ok) redirect('/admin/sign-in');
  const { with: chosen } = await searchParams;
  const isChosen = chosen === 'app' || (chosen === 'passkey' && factors.value.canMakePasskeys);
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
      <div className="mx-auto grid w-full max-w-2xl gap-8">
        <PageHeader
          title={chosen === 'passkey' && isChosen ? 'Make a passkey' : 'Set up the second step'}
          lead={
            actor.role === 'enrolling'
              ? 'Operators and admins need one here. The console opens when it is on.'
              : 'Asked for after your password, each time that you sign in.'
          }
        />
        {isChosen ? (
          <Card>
            {chosen === 'app' ? (
              <AppSetUp />
            ) : (
              <AddPasskey suggestedLabel={deviceName(headers.get('user-agent') ?? '')} />
            )}
          </Card>
        ) : (
          <FactorChoice {...factors.value} />
        )}
      </div>
    </AppShell>
  );
}
