import { CircleCheck } from 'lucide-react';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { WaysToSignIn } from '#components/admin/ways-to-sign-in.tsx';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { AppShell } from '#components/ui/app-shell.tsx';
import { Card } from '#components/ui/card.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SandboxNotice } from '#components/ui/sandbox-notice.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { enrolleeFrom } from '#lib/identity/session.ts';
import { providerProblem } from '#lib/operators/provider/schema.ts';
import { env } from '#lib/platform/env.ts';

export const metadata: Metadata = { title: 'Operator sign-in' };

type Asked = { password?: string | string[]; problem?: string | string[]; emergency?: string | string[] };
type SignInPageProps = { searchParams: Promise<Asked> };

export default async function OperatorSignInPage({ searchParams }: SignInPageProps) {
  const actor = await enrolleeFrom(await requestHeaders());
  if (actor.role === 'enrolling') redirect('/admin/second-factor/set-up');
  if (actor.role !== 'anonymous') redirect('/admin/callouts');
  const { password, problem, emergency } = await searchParams;
  return (
    <AppShell notice={<SandboxNotice isSandbox={!env.isLive} />}>
      <div className="mx-auto grid w-full max-w-md gap-8">
        <PageHeader title="Operator sign-in" lead="For those who watch callouts." />
        <Card>
          <RefusalAlert problem={providerProblem(problem)} />
          {password === 'changed' ? (
            <StatusLine tone="good" icon={<CircleCheck />}>
              Your new password counts from now on. Sign in with it.
            </StatusLine>
          ) : null}
          <WaysToSignIn
            provider={env.oidc?.name ?? null}
            isLocalOn={env.OPERATOR_LOCAL_SIGN_IN === 'on'}
            hasEmergency={env.BREAK_GLASS_EMAIL !== undefined}
            isEmergency={emergency !== undefined}
          />
        </Card>
      </div>
    </AppShell>
  );
}
