import { OperatorSignInForm } from '#components/admin/operator-sign-in-form.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { TextLink } from '#components/ui/text-link.tsx';

type WaysToSignInProps = {
  /** The identity provider's name; null without one. */
  provider: string | null;
  isLocalOn: boolean;
  /** Whether one account may sign in with a password although that is off. */
  hasEmergency: boolean;
  isEmergency: boolean;
};

/** The identity provider where there is one, and a password where that is offered, or in an emergency. */
export function WaysToSignIn({ provider, isLocalOn, hasEmergency, isEmergency }: WaysToSignInProps) {
  if (provider === null) return <OperatorSignInForm />;
  const isLocalShown = isLocalOn || (isEmergency && hasEmergency);
  return (
    <div className="grid gap-6">
      <a href="/api/oidc/start" className={buttonLook('primary', 'large')}>
        {`Sign in with ${provider}`}
      </a>
      {isLocalShown ? (
        <>
          <h2 className="border-t border-line pt-6 text-lg font-semibold">
            {isLocalOn ? 'Or with a password' : 'In an emergency'}
          </h2>
          <OperatorSignInForm />
        </>
      ) : null}
      {!isLocalShown && hasEmergency ? (
        <p className="text-sm text-ink-soft">
          <span>{`${provider} does not answer? `}</span>
          <TextLink href="/admin/sign-in?emergency=1">Emergency sign-in</TextLink>
        </p>
      ) : null}
    </div>
  );
}
