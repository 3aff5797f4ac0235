import { OperatorSignInForm } from '#components/admin/operator-sign-in-form.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { TextLink } from '#components/ui/text-link.tsx';
import { env } from '#lib/platform/env.ts';

/** The identity provider where there is one, and a password where that is offered, or in an emergency. */
export function WaysToSignIn({ isEmergency }: { isEmergency: boolean }) {
  const { oidc, BREAK_GLASS_EMAIL: emergencyEmail, OPERATOR_LOCAL_SIGN_IN: local } = env;
  if (!oidc) return <OperatorSignInForm />;
  const isLocalShown = local === 'on' || (isEmergency && emergencyEmail !== undefined);
  return (
    <div className="grid gap-6">
      <a href="/api/oidc/start" className={buttonLook('primary', 'large')}>
        {`Sign in with ${oidc.name}`}
      </a>
      {isLocalShown ? (
        <>
          <h2 className="border-t border-line pt-6 text-lg font-semibold">
            {local === 'on' ? 'Or with a password' : 'In an emergency'}
          </h2>
          <OperatorSignInForm />
        </>
      ) : null}
      {!isLocalShown && emergencyEmail !== undefined ? (
        <p className="text-sm text-ink-soft">
          <span>{`${oidc.name} does not answer? `}</span>
          <TextLink href="/admin/sign-in?emergency=1">Emergency sign-in</TextLink>
        </p>
      ) : null}
    </div>
  );
}
