import type { Metadata } from 'next';
import { pageLanguage } from '#app/page-language.ts';
import { KeepFresh } from '#components/callout/keep-fresh.tsx';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { CheckAgain, SignupReturn } from '#components/registration/signup-return.tsx';
import { Card } from '#components/ui/card.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { returnFromSignup } from '#lib/customers/hosted-signup/return-from-signup.ts';
import { errorEntry } from '#lib/errors/errors.ts';
import type { Refusal } from '#lib/errors/result.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { visitorFrom } from '#lib/identity/session.ts';
import type { Translate } from '#lib/languages/translate.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return {
    title: t('signup.title'),
    robots: { index: false, follow: false },
    referrer: 'no-referrer',
  };
}

const ASK_AGAIN_S = 15;

type ReturnPageProps = {
  params: Promise<{ reference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Target of AURA's signup redirect. All parameters but our reference are untrusted. */
export default async function SignupReturnPage({ params, searchParams }: ReturnPageProps) {
  const { reference } = await params;
  const { status, error_code: errorCode } = await searchParams;
  const { t } = await pageLanguage();
  const visitor = visitorFrom(await requestHeaders());
  const returned = await returnFromSignup(visitor, { reference, status, errorCode });
  const hints = Object.entries({ status, error_code: errorCode }).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  const again = `/register/return/${encodeURIComponent(reference)}?${new URLSearchParams(hints)}`;
  return (
    <div className="mx-auto grid w-full max-w-xl gap-8">
      {returned.ok ? (
        <>
          <SignupReturn signup={returned.value} again={again} t={t} />
          {returned.value.outcome.kind === 'nobody_yet' ? <KeepFresh seconds={ASK_AGAIN_S} /> : null}
        </>
      ) : (
        <NotKnown refusal={returned} again={again} t={t} />
      )}
    </div>
  );
}

type NotKnownProps = { refusal: Refusal; again: string; t: Translate };

function NotKnown({ refusal, again, t }: NotKnownProps) {
  // A malformed reference looks like an unknown one.
  const code = refusal.code === 'input.invalid' ? 'signup.not_found' : refusal.code;
  return (
    <>
      <PageHeader title={t('signup.title')} />
      <Card>
        <RefusalAlert problem={{ ok: false, code }} t={t} />
        {errorEntry(code).retryable ? (
          <div>
            <CheckAgain href={again} t={t} />
          </div>
        ) : null}
      </Card>
      {code === 'aura.not_asked' ? <KeepFresh seconds={ASK_AGAIN_S} /> : null}
    </>
  );
}
