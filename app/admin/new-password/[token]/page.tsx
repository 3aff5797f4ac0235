import type { Metadata } from 'next';
import { NewPasswordForm } from '#components/admin/passwords/new-password-form.tsx';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { AppShell } from '#components/ui/app-shell.tsx';
import { Card } from '#components/ui/card.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SandboxNotice } from '#components/ui/sandbox-notice.tsx';
import { refuse } from '#lib/errors/result.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { visitorFrom } from '#lib/identity/session.ts';
import { readPasswordLink } from '#lib/operators/passwords/read-password-link.ts';
import { env } from '#lib/platform/env.ts';

// No other site hears of the address, which is a secret until used: that is so for all pages. `no-referrer` would have the form
// of a browser without scripts refused.
export const metadata: Metadata = { title: 'New password', robots: { index: false } };

type NewPasswordPageProps = { params: Promise<{ token: string }> };

export default async function NewPasswordPage({ params }: NewPasswordPageProps) {
  const { token } = await params;
  const link = await readPasswordLink(visitorFrom(await requestHeaders()), { token });
  return (
    <AppShell notice={<SandboxNotice isSandbox={!env.isLive} />}>
      <div className="mx-auto grid w-full max-w-md gap-8">
        <PageHeader title="Choose a new password" lead="All your sessions end. Then you sign in with it." />
        {link.ok ? (
          <Card>
            <NewPasswordForm token={token} email={link.value.email} />
          </Card>
        ) : (
          <RefusalAlert problem={refuse('password_reset.gone')} />
        )}
      </div>
    </AppShell>
  );
}
