import { CircleCheck, CircleHelp } from 'lucide-react';
import { Alert } from '#components/ui/alert.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { Card } from '#components/ui/card.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import type { HeldWhy, SignupReturn as Return, SignupOutcome } from '#lib/customers/hosted-signup/schema.ts';

type SignupReturnProps = {
  signup: Return;
  /** The return URL. */
  again: string;
};

/** AURA's state of a signup, with the redirect's own status beside it. */
export function SignupReturn({ signup, again }: SignupReturnProps) {
  const { outcome } = signup;
  switch (outcome.kind) {
    case 'registered':
      return <Registered outcome={outcome} />;
    case 'held':
      return <Held why={outcome.why} again={again} />;
    case 'nobody_yet':
      return <NobodyYet signup={signup} again={again} />;
  }
}

type RegisteredProps = { outcome: Extract<SignupOutcome, { kind: 'registered' }> };

function Registered({ outcome: { maskedMobile, isCovered } }: RegisteredProps) {
  return (
    <>
      <PageHeader title="You are registered" lead="One more step: sign in. Then you have the button." />
      <Card>
        <StatusLine tone="good" icon={<CircleCheck />}>
          AURA has your account.
        </StatusLine>
        {isCovered ? null : (
          <Alert title="You are not protected yet">
            <p>
              AURA has no active subscription for you, so help would not come. Ask the person who sent you the
              link to start one.
            </p>
          </Alert>
        )}
        <p>{`Sign in with ${maskedMobile}. We will SMS you a code.`}</p>
        <div>
          <LinkButton href="/sign-in" size="large">
            Sign in
          </LinkButton>
        </div>
      </Card>
    </>
  );
}

const HELD: Record<HeldWhy, string> = {
  mobile_taken:
    'This mobile number has an account here already. If it is yours, sign in. If not, ask the person who sent you the link.',
  unreadable: 'AURA has no mobile number of yours that can get an SMS. Ask the person who sent you the link.',
  deleted: 'This account was deleted. Ask the person who sent it for a new one.',
  other_reference: 'AURA’s answer does not fit this address. Ask the person who sent you the link.',
};

function Held({ why, again }: { why: HeldWhy; again: string }) {
  return (
    <>
      <PageHeader title="You cannot sign in yet" />
      <Card>
        <Alert title="AURA has your account, but we could not open it here">
          <p>{HELD[why]}</p>
        </Alert>
        <div className="flex flex-wrap gap-3">
          {why === 'mobile_taken' ? <LinkButton href="/sign-in">Sign in</LinkButton> : null}
          <CheckAgain href={again} />
        </div>
      </Card>
    </>
  );
}

function NobodyYet({ signup: { said, errorCode }, again }: SignupReturnProps) {
  const hasEnded = said === 'failed' || said === 'cancelled';
  return (
    <>
      <PageHeader title={TITLES[said ?? 'completed']} />
      <Card>
        <StatusLine
          tone={said === 'failed' ? 'attention' : 'neutral'}
          icon={<CircleHelp />}
        >{`AURA has no account of yours by this link${hasEnded ? '' : ' yet'}.`}</StatusLine>
        {said === 'failed' ? <p>{`AURA’s page says that it failed${reasonOf(errorCode)}.`}</p> : null}
        {said === 'cancelled' ? <p>AURA’s page says that you stopped it. You were not registered.</p> : null}
        <p>
          {hasEnded
            ? 'Open the link that you were sent to try again, or ask for a new one.'
            : 'If you have finished on AURA’s page, it may take a moment. This page checks again.'}
        </p>
        <div>
          <CheckAgain href={again} />
        </div>
      </Card>
    </>
  );
}

const TITLES = {
  completed: 'Not confirmed yet',
  failed: 'The signup did not go through',
  cancelled: 'The signup was cancelled',
} as const;

function reasonOf(errorCode: string | null): string {
  if (errorCode === null) return '';
  return errorCode === 'payment_failed' ? ': the payment did not go through' : ` (${errorCode})`;
}

/** A plain link, which bypasses the router cache. */
export function CheckAgain({ href }: { href: string }) {
  return (
    <a href={href} className={buttonLook('secondary')}>
      Check again
    </a>
  );
}
