import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { RegistrationForm } from '#components/registration/registration-form.tsx';
import { Card } from '#components/ui/card.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listSubscriptionTypes } from '#lib/customers/list-subscription-types.ts';
import { personFrom } from '#lib/identity/session.ts';
import { env } from '#lib/platform/env.ts';
import { requestHeaders } from '#lib/platform/next-adapter.ts';

export const metadata: Metadata = { title: 'Register' };

export default async function RegisterPage() {
  const actor = await personFrom(await requestHeaders());
  if (actor.role === 'person') redirect('/panic');
  const types = await listSubscriptionTypes(actor, {});
  return (
    <div className="mx-auto grid w-full max-w-xl gap-8">
      <PageHeader title="Register" lead="Two minutes now, and help is one button away." />
      <Card>
        {types.ok ? (
          <RegistrationForm
            subscriptionTypes={types.value}
            defaultTypeId={env.AURA_SUBSCRIPTION_TYPE_ID ?? types.value[0]?.id ?? null}
          />
        ) : (
          <>
            <RefusalAlert problem={types} />
            <LinkButton href="/register" tone="secondary">
              Reload
            </LinkButton>
          </>
        )}
      </Card>
    </div>
  );
}
