import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CodeStep } from '#components/admin/second-step/code-step.tsx';
import { PasskeyStep } from '#components/admin/second-step/passkey-step.tsx';
import { AppShell } from '#components/ui/app-shell.tsx';
import { Card } from '#components/ui/card.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SandboxNotice } from '#components/ui/sandbox-notice.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { challengeIn } from '#lib/identity/second-factor.ts';
import { visitorFrom } from '#lib/identity/session.ts';
import { readSecondStep } from '#lib/operators/second-factor/read-second-step.ts';
import { env } from '#lib/platform/env.ts';

export const metadata: Metadata = { title: 'Second step' };

export default async function SecondFactorPage() {
  const headers = await requestHeaders();
  const step = await readSecondStep(visitorFrom(headers), { challenge: await challengeIn(headers) });
  if (!step.ok) redirect('/admin/sign-in');
  const { hasApp, hasPasskey } = step.value;
  return (
    <AppShell notice={<SandboxNotice isSandbox={!env.isLive} />}>
      <div className="mx-auto grid w-full max-w-md gap-8">
        <PageHeader
          title="Second step"
          lead={`Your password was right. Now ${hasPasskey ? 'the passkey' : 'the code'}.`}
        />
        <Card>
          {hasPasskey ? (
            <>
              <PasskeyStep />
              <h2 className="mt-4 border-t border-line pt-6 text-lg font-semibold">Or by a code</h2>
            </>
          ) : null}
          <CodeStep hasApp={hasApp} isSecondChoice={hasPasskey} />
          <p className="text-sm text-ink-soft">
            Nothing of it at hand? Ask an admin to reset your second step.
          </p>
          <p>
            <TextLink href="/admin/sign-in">Back to sign-in</TextLink>
          </p>
        </Card>
      </div>
    </AppShell>
  );
}
