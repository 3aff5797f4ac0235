import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { RegisterForm } from '#components/admin/customers/register-form.tsx';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { Card } from '#components/ui/card.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listSubscriptionTypes } from '#lib/customers/registration/list-subscription-types.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { mayDo } from '#lib/identity/permissions.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { env } from '#lib/platform/env.ts';

export const metadata: Metadata = { title: 'Register somebody' };

export default async function RegisterCustomerPage() {
  const actor = await operatorFrom(await requestHeaders());
  if (actor.role === 'anonymous') redirect('/admin/sign-in');
  if (!mayDo(actor.role, 'customer.register')) notFound();
  return (
    <>
      <PageHeader
        title="Register somebody"
        lead="For somebody who asked you to. They are a customer at AURA as soon as it answers."
        actions={
          <LinkButton href="/admin/customers" tone="quiet">
            All customers
          </LinkButton>
        }
      />
      <Card className="max-w-3xl">
        <Form actor={actor} />
      </Card>
    </>
  );
}

async function Form({ actor }: { actor: Actor }) {
  const types = await listSubscriptionTypes(actor, {});
  if (!types.ok) return <RefusalAlert problem={types} />;
  const defaultTypeId = env.AURA_SUBSCRIPTION_TYPE_ID ?? types.value[0]?.id ?? null;
  return <RegisterForm types={types.value} defaultTypeId={defaultTypeId} />;
}
