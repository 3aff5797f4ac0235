import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SecondStepForm } from '#components/admin/second-step-form.tsx';
import { AppShell } from '#components/ui/app-shell.tsx';
import { Card } from '#components/ui/card.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SandboxNotice } from '#components/ui/sandbox-notice.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { challengeIn } from '#lib/identity/second-factor.ts';
import { env } from '#lib/platform/env.ts';
import { requestHeaders } from '#lib/platform/next-adapter.ts';

export const metadata: Metadata = { title: 'Second step' };

export default async function SecondFactorPage() {
  if ((await challengeIn(await requestHeaders())) === '') redirect('/admin/sign-in');
  return (
    <AppShell notice={<SandboxNotice isSandbox={!env.isLive} />}>
      <div className="mx-auto grid w-full max-w-md gap-8">
        <PageHeader title="Second step" lead="Your password was right. Now the code." />
        <Card>
          <SecondStepForm />
          <p>
            <TextLink href="/admin/sign-in">Back to sign-in</TextLink>
          </p>
        </Card>
      </div>
    </AppShell>
  );
}
