import { PasskeyList } from '#components/admin/second-step/passkey-list.tsx';
import { RenewRecoveryCodes } from '#components/admin/second-step/renew-recovery-codes.tsx';
import { StopApp } from '#components/admin/second-step/stop-app.tsx';
import { Card } from '#components/ui/card.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { OwnFactors } from '#lib/operators/second-factor/schema.ts';

type FactorCardsProps = {
  factors: OwnFactors;
  /** For an operator or admin where a second factor is mandatory. */
  isRequired: boolean;
};

export function FactorCards({ factors, isRequired }: FactorCardsProps) {
  const { hasApp, passkeys, recoveryCodesLeft, canMakePasskeys, asOf } = factors;
  if (!hasApp && passkeys.length === 0) {
    return (
      <Card title="Second step at sign-in">
        <p>
          Off: your password alone signs you in. A passkey, or a code from your phone, makes a stolen password
          useless.
        </p>
        <span>
          <LinkButton href="/admin/second-factor/set-up">Set up</LinkButton>
        </span>
      </Card>
    );
  }
  const isLast = passkeys.length + (hasApp ? 1 : 0) === 1;
  return (
    <>
      <Card title="Passkeys">
        {passkeys.length > 0 ? <PasskeyList passkeys={passkeys} asOf={asOf} /> : <p>You have none.</p>}
        {canMakePasskeys ? (
          <span>
            <LinkButton href="/admin/second-factor/set-up?with=passkey" tone="secondary">
              Make a passkey
            </LinkButton>
          </span>
        ) : (
          <p className="text-ink-soft">
            Not at this address: browsers make passkeys for a name over https alone.
          </p>
        )}
      </Card>
      <Card title="Authenticator app">
        {hasApp ? (
          <StopApp />
        ) : (
          <>
            <p>None is set up.</p>
            <span>
              <LinkButton href="/admin/second-factor/set-up?with=app" tone="secondary">
                Set up an app
              </LinkButton>
            </span>
          </>
        )}
      </Card>
      {isLast ? (
        <p className="px-1 text-sm text-ink-soft">
          {isRequired
            ? 'This is your only second step. Without it the console closes to you until you have set up another.'
            : 'This is your only second step. Without it your password alone signs you in.'}
        </p>
      ) : null}
      <Card title="Recovery codes">
        <RenewRecoveryCodes left={recoveryCodesLeft} />
      </Card>
    </>
  );
}
