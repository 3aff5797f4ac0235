import type { Metadata } from 'next';
import { JoinForm } from '#components/admin/join-form.tsx';
import { roleNames } from '#components/admin/role-words.ts';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { AppShell } from '#components/ui/app-shell.tsx';
import { Card } from '#components/ui/card.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SandboxNotice } from '#components/ui/sandbox-notice.tsx';
import { refuse } from '#lib/errors/result.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { visitorFrom } from '#lib/identity/session.ts';
import { readInvitation } from '#lib/operators/read-invitation.ts';
import { env } from '#lib/platform/env.ts';

// The link is a secret until used, so it must not leak as a referrer.
export const metadata: Metadata = { title: 'Join', referrer: 'no-referrer', robots: { index: false } };

type JoinPageProps = { params: Promise<{ token: string }> };

export default async function JoinPage({ params }: JoinPageProps) {
  const { token } = await params;
  const invitation = await readInvitation(visitorFrom(await requestHeaders()), { token });
  return (
    <AppShell notice={<SandboxNotice isSandbox={!env.isLive} />}>
      <div className="mx-auto grid w-full max-w-md gap-8">
        <PageHeader title="Join Vigil" lead="For those who watch callouts." />
        {invitation.ok ? (
          <Card title={`You are invited as ${roleNames[invitation.value.role].toLowerCase()}`}>
            <JoinForm token={token} email={invitation.value.email} />
          </Card>
        ) : (
          <RefusalAlert problem={refuse('invitation.gone')} />
        )}
      </div>
    </AppShell>
  );
}
