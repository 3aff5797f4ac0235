import { CircleCheck, CircleHelp } from 'lucide-react';
import { Alert } from '#components/ui/alert.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { Card } from '#components/ui/card.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import type { HeldWhy, SignupReturn as Return, SignupOutcome } from '#lib/customers/hosted-signup/schema.ts';
import type { Translate } from '#lib/languages/translate.ts';

type SignupReturnProps = {
  signup: Return;
  /** The return URL. */
  again: string;
  t: Translate;
};

/** AURA's state of a signup, with the redirect's own status beside it. */
export function SignupReturn({ signup, again, t }: SignupReturnProps) {
  const { outcome } = signup;
  switch (outcome.kind) {
    case 'registered':
      return <Registered outcome={outcome} t={t} />;
    case 'held':
      return <Held why={outcome.why} again={again} t={t} />;
    case 'nobody_yet':
      return <NobodyYet signup={signup} again={again} t={t} />;
  }
}

type RegisteredProps = { outcome: Extract<SignupOutcome, { kind: 'registered' }>; t: Translate };

function Registered({ outcome: { maskedMobile, isCovered }, t }: RegisteredProps) {
  return (
    <>
      <PageHeader title={t('signup.registered')} lead={t('signup.registeredLead')} />
      <Card>
        <StatusLine tone="good" icon={<CircleCheck />}>
          {t('signup.account')}
        </StatusLine>
        {isCovered ? null : (
          <Alert title={t('signup.uncovered')}>
            <p>{t('signup.uncoveredText')}</p>
          </Alert>
        )}
        <p>{t('signup.signIn', { mobile: maskedMobile })}</p>
        <div>
          <LinkButton href="/sign-in" size="large">
            {t('entry.signIn')}
          </LinkButton>
        </div>
      </Card>
    </>
  );
}

function Held({ why, again, t }: { why: HeldWhy; again: string; t: Translate }) {
  return (
    <>
      <PageHeader title={t('signup.held')} />
      <Card>
        <Alert title={t('signup.heldHere')}>
          <p>{t(`signup.held.${why}`)}</p>
        </Alert>
        <div className="flex flex-wrap gap-3">
          {why === 'mobile_taken' ? <LinkButton href="/sign-in">{t('entry.signIn')}</LinkButton> : null}
          <CheckAgain href={again} t={t} />
        </div>
      </Card>
    </>
  );
}

function NobodyYet({ signup: { said, errorCode }, again, t }: SignupReturnProps) {
  const hasEnded = said === 'failed' || said === 'cancelled';
  return (
    <>
      <PageHeader title={t(`signup.title.${said ?? 'completed'}`)} />
      <Card>
        <StatusLine tone={said === 'failed' ? 'attention' : 'neutral'} icon={<CircleHelp />}>
          {t(hasEnded ? 'signup.nobody' : 'signup.nobodyYet')}
        </StatusLine>
        {said === 'failed' ? <p>{failedWords(errorCode, t)}</p> : null}
        {said === 'cancelled' ? <p>{t('signup.saidCancelled')}</p> : null}
        <p>{t(hasEnded ? 'signup.openAgain' : 'signup.wait')}</p>
        <div>
          <CheckAgain href={again} t={t} />
        </div>
      </Card>
    </>
  );
}

function failedWords(code: string | null, t: Translate): string {
  if (code === null) return t('signup.saidFailed');
  return code === 'payment_failed' ? t('signup.saidPayment') : t('signup.saidCode', { code });
}

/** A plain link, which bypasses the router cache. */
export function CheckAgain({ href, t }: { href: string; t: Translate }) {
  return (
    <a href={href} className={buttonLook('secondary')}>
      {t('signup.check')}
    </a>
  );
}
