import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { CustomerList } from '#components/admin/customers/customer-list.tsx';
import { SignupTable } from '#components/admin/customers/signup-table.tsx';
import { Card } from '#components/ui/card.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listCustomers } from '#lib/customers/directory/list-customers.ts';
import { listSignups } from '#lib/customers/hosted-signup/list-signups.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { mayDo } from '#lib/identity/permissions.ts';
import { operatorFrom } from '#lib/identity/session.ts';

export const metadata: Metadata = { title: 'Customers' };

const SIGNUPS_SHOWN = 5;

type CustomersPageProps = { searchParams: Promise<{ search?: string; after?: string }> };

export default async function CustomersPage({ searchParams }: CustomersPageProps) {
  const actor = await operatorFrom(await requestHeaders());
  if (actor.role === 'anonymous') redirect('/admin/sign-in');
  const { search, after } = await searchParams;
  const page = await listCustomers(actor, { search, after });
  if (!page.ok) notFound();
  return (
    <>
      <PageHeader title="Customers" actions={<WaysIn role={actor.role} />} />
      <CustomerList page={page.value} search={search?.trim() ?? ''} isFirst={!after} />
      {search || after ? null : <NewestSignups actor={actor} />}
    </>
  );
}

function WaysIn({ role }: { role: Actor['role'] }) {
  return (
    <>
      {mayDo(role, 'customer.register') ? (
        <LinkButton href="/admin/customers/register" tone="secondary">
          Register somebody
        </LinkButton>
      ) : null}
      <LinkButton href="/admin/customers/signup" tone="secondary">
        Signup links
      </LinkButton>
      {mayDo(role, 'customer_import.upload') ? (
        <LinkButton href="/admin/customers/import" tone="secondary">
          Import a file
        </LinkButton>
      ) : null}
    </>
  );
}

async function NewestSignups({ actor }: { actor: Actor }) {
  const listed = await listSignups(actor, {});
  if (!listed.ok || listed.value.signups.length === 0) return null;
  const { signups, asOf } = listed.value;
  return (
    <Card
      title="Newest signup links"
      actions={
        <LinkButton href="/admin/customers/signup" tone="quiet">
          All links
        </LinkButton>
      }
    >
      <SignupTable
        signups={signups.slice(0, SIGNUPS_SHOWN)}
        asOf={asOf}
        mayAsk={mayDo(actor.role, 'signup.recheck')}
      />
    </Card>
  );
}
