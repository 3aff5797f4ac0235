import { KeyRound, Smartphone } from 'lucide-react';
import type { ReactNode } from 'react';
import { Card } from '#components/ui/card.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';

type FactorChoiceProps = { hasApp: boolean; canMakePasskeys: boolean };

/** Available second factors, each with its set-up. */
export function FactorChoice({ hasApp, canMakePasskeys }: FactorChoiceProps) {
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <Card title={<Title icon={<KeyRound />}>Passkey</Title>}>
        <p>
          Fingerprint, face or PIN on a device of yours, or a security key. It answers no other site, so it
          cannot be tricked out of you.
        </p>
        {canMakePasskeys ? (
          <span>
            <LinkButton href="/admin/second-factor/set-up?with=passkey">Make a passkey</LinkButton>
          </span>
        ) : (
          <p className="text-ink-soft">
            Not at this address: browsers make passkeys for a name over https alone.
          </p>
        )}
      </Card>
      <Card title={<Title icon={<Smartphone />}>Authenticator app</Title>}>
        <p>Six digits from an app on your phone, typed each time. Works in every browser.</p>
        {hasApp ? (
          <p className="text-ink-soft">Set up already.</p>
        ) : (
          <span>
            <LinkButton href="/admin/second-factor/set-up?with=app" tone="secondary">
              Set up an app
            </LinkButton>
          </span>
        )}
      </Card>
    </div>
  );
}

function Title({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className="flex items-center gap-2.5">
      <span aria-hidden="true" className="text-accent">
        {icon}
      </span>
      {children}
    </span>
  );
}
