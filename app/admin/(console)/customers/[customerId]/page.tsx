import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { CalloutList } from '#components/admin/customers/callout-list.tsx';
import { CustomerFacts, SubscriptionKept } from '#components/admin/customers/customer-facts.tsx';
import { EraseForm } from '#components/admin/customers/erase-form.tsx';
import { NearbyList } from '#components/admin/customers/nearby-list.tsx';
import { PressList } from '#components/admin/customers/press-list.tsx';
import { PrivateProfile } from '#components/admin/customers/private-profile.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Card } from '#components/ui/card.tsx';
import { Later, WHOLE } from '#components/ui/later.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { PersonName } from '#components/ui/person-name.tsx';
import { Spinner } from '#components/ui/spinner.tsx';
import { readCustomer } from '#lib/customers/directory/read-customer.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { mayDo } from '#lib/identity/permissions.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { AtAura } from './at-aura.tsx';

type CustomerPageProps = {
  params: Promise<{ customerId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Pick<CustomerPageProps, 'params'>): Promise<Metadata> {
  return { title: `Customer ${Number((await params).customerId) || ''}` };
}

export default async function CustomerPage({ params, searchParams }: CustomerPageProps) {
  const actor = await operatorFrom(await requestHeaders());
  if (actor.role === 'anonymous') redirect('/admin/sign-in');
  const read = await readCustomer(actor, await params);
  if (!read.ok) notFound();
  const customer = read.value;
  return (
    <>
      <PageHeader
        title={<PersonName person={customer} />}
        actions={
          <>
            {customer.isDeleted ? <Badge tone="attention">Deleted</Badge> : null}
            <LinkButton href="/admin/customers" tone="quiet">
              All customers
            </LinkButton>
          </>
        }
      />
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <div className="grid min-w-0 gap-6">
          <CustomerFacts customer={customer} />
          <CalloutList customer={customer} />
          <PressList customer={customer} />
          <NearbyList customer={customer} />
          {mayDo(actor.role, 'customer.read_private') ? (
            <PrivateProfile customerId={customer.customerId} />
          ) : null}
        </div>
        <div className="grid min-w-0 gap-6">
          <Card title="Subscription">
            <SubscriptionKept customer={customer} />
          </Card>
          <Later label="Asking AURA" isWhole={WHOLE in (await searchParams)} fallback={<Asking />}>
            <AtAura actor={actor} customer={customer} />
          </Later>
          {mayDo(actor.role, 'customer.erase') ? (
            <Card title="Personal data">
              <EraseForm customerId={customer.customerId} surname={customer.surname || customer.name} />
            </Card>
          ) : null}
        </div>
      </div>
    </>
  );
}

function Asking() {
  return (
    <Card title="What AURA says">
      <p className="flex items-center gap-3">
        <Spinner /> Asking AURA…
      </p>
    </Card>
  );
}
