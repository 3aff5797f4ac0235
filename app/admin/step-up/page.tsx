import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { StartDownload } from '#components/admin/step-up/start-download.tsx';
import { StepUpForm } from '#components/admin/step-up/step-up-form.tsx';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { AppShell } from '#components/ui/app-shell.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { Card } from '#components/ui/card.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SandboxNotice } from '#components/ui/sandbox-notice.tsx';
import { type ConsoleTarget, consoleTarget } from '#lib/identity/console-target.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { providerProblem } from '#lib/operators/provider/schema.ts';
import { readStepUp } from '#lib/operators/second-factor/read-step-up.ts';
import { env } from '#lib/platform/env.ts';

export const metadata: Metadata = { title: 'Confirm that it is you' };

type StepUpPageProps = { searchParams: Promise<{ to?: string | string[]; problem?: string | string[] }> };

/** For links to files, and for browsers without scripts. Otherwise a dialog asks on the page itself. */
export default async function StepUpPage({ searchParams }: StepUpPageProps) {
  const headers = await requestHeaders();
  const ways = await readStepUp(await operatorFrom(headers), {});
  if (!ways.ok) redirect('/admin/sign-in');
  const { to, problem } = await searchParams;
  const asked = typeof to === 'string' ? to : (headers.get('referer') ?? '');
  const target = consoleTarget(asked, env.APP_URL);
  return (
    <AppShell notice={<SandboxNotice isSandbox={!env.isLive} />}>
      <div className="mx-auto grid w-full max-w-md gap-8">
        <PageHeader
          title="Please confirm that it is you"
          lead="Then Vigil goes on with what you asked for. For ten minutes it does not ask again."
        />
        <Card>
          <RefusalAlert problem={providerProblem(problem)} />
          {ways.value.isProven ? <GoOn target={target} /> : <StepUpForm ways={ways.value} to={target.href} />}
        </Card>
      </div>
    </AppShell>
  );
}

function GoOn({ target: { href, isFile } }: { target: ConsoleTarget }) {
  return (
    <>
      <p>{isFile ? 'You are confirmed. The file is coming.' : 'You are confirmed.'}</p>
      {isFile ? <StartDownload href={href} /> : null}
      <p className="flex flex-wrap gap-3">
        <a href={href} className={buttonLook(isFile ? 'secondary' : 'primary')}>
          {isFile ? 'Download the file' : 'Go on'}
        </a>
        {isFile ? (
          <a href="/admin/callouts" className={buttonLook('primary')}>
            Back to the callouts
          </a>
        ) : null}
      </p>
    </>
  );
}
