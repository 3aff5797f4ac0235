import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { CustomerList } from '#components/admin/customers/customer-list.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listCustomers } from '#lib/directory/list-customers.ts';
import { mayDo } from '#lib/identity/permissions.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { requestHeaders } from '#lib/platform/next-adapter.ts';

export const metadata: Metadata = { title: 'Customers' };

type CustomersPageProps = { searchParams: Promise<{ search?: string; after?: string }> };

export default async function CustomersPage({ searchParams }: CustomersPageProps) {
  const actor = await operatorFrom(await requestHeaders());
  if (actor.role === 'anonymous') redirect('/admin/sign-in');
  const { search, after } = await searchParams;
  const page = await listCustomers(actor, { search, after });
  if (!page.ok) notFound();
  return (
    <>
      <PageHeader
        title="Customers"
        actions={
          mayDo(actor.role, 'customer_import.upload') ? (
            <LinkButton href="/admin/customers/import" tone="secondary">
              Import a file
            </LinkButton>
          ) : null
        }
      />
      <CustomerList page={page.value} search={search?.trim() ?? ''} isFirst={!after} />
    </>
  );
}
