import { UserSearch } from 'lucide-react';
import { StandingBadge } from '#components/admin/customers/standing-badge.tsx';
import { daysLeftText, dayText } from '#components/admin/customers/words.ts';
import { Age } from '#components/ui/age.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { CustomerPage, CustomerRow } from '#lib/customers/directory/schema.ts';

type CustomerListProps = { page: CustomerPage; search: string; isFirst: boolean };

/** One page of search results; the search is in the URL. */
export function CustomerList({ page, search, isFirst }: CustomerListProps) {
  const address = (after: string | null) => {
    const query = new URLSearchParams({ ...(search ? { search } : {}), ...(after ? { after } : {}) });
    return query.size > 0 ? `/admin/customers?${query}` : '/admin/customers';
  };
  return (
    <section aria-label="Customers" className="grid min-w-0 gap-5">
      <search>
        <form action="/admin/customers" className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 flex-1 basis-72">
            <TextField
              label="Search"
              name="search"
              type="search"
              required
              maxLength={100}
              hint="The start of a name or surname, a whole mobile number, or a customer number."
              defaultValue={search}
            />
          </div>
          <Button type="submit">Search</Button>
          {search ? (
            <LinkButton href="/admin/customers" tone="quiet">
              Show all
            </LinkButton>
          ) : null}
        </form>
      </search>
      <DataTable
        caption={search ? `Customers that fit “${search}”` : 'Customers, newest first'}
        columns={columnsAt(page.asOf)}
        rows={page.customers}
        rowKey={({ customerId }) => String(customerId)}
        empty={<Nobody search={search} isFirst={isFirst} />}
      />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-sm text-ink-soft">
          Read from Vigil’s database <Age at={page.asOf} now={page.asOf} />
        </p>
        <span className="flex gap-3">
          {isFirst ? null : (
            <LinkButton href={address(null)} tone="secondary">
              First page
            </LinkButton>
          )}
          {page.next ? (
            <LinkButton href={address(page.next)} tone="secondary">
              Next page
            </LinkButton>
          ) : null}
        </span>
      </div>
    </section>
  );
}

function Nobody({ search, isFirst }: { search: string; isFirst: boolean }) {
  if (!isFirst) return <EmptyState title="No more customers" icon={<UserSearch />} />;
  return (
    <EmptyState title={search ? 'Nobody found' : 'No customers yet'} icon={<UserSearch />}>
      <p>
        {search
          ? 'No customer has this number, or a name that starts like this. Type fewer letters of a name, or the whole mobile number.'
          : 'Whoever registers appears here.'}
      </p>
    </EmptyState>
  );
}

function columnsAt(asOf: string): Column<CustomerRow>[] {
  return [
    {
      key: 'name',
      header: 'Name',
      cell: ({ customerId, name, surname, isDeleted }) => (
        <span className="flex flex-wrap items-center gap-2">
          <TextLink href={`/admin/customers/${customerId}`}>
            <bdi>{[surname, name].filter(Boolean).join(', ')}</bdi>
          </TextLink>
          {isDeleted ? <Badge tone="attention">Deleted</Badge> : null}
        </span>
      ),
    },
    { key: 'mobile', header: 'Mobile', cell: ({ mobile }) => mobile },
    { key: 'customer', header: 'Customer', cell: ({ customerId }) => customerId },
    {
      key: 'subscription',
      header: 'Subscription',
      cell: ({ subscription }) => <StandingBadge standing={subscription.standing} />,
    },
    {
      key: 'ends',
      header: 'Valid to',
      cell: ({ subscription }) =>
        subscription.standing === 'none' ? (
          '–'
        ) : (
          <>
            <span>{dayText(subscription.validTo)}</span>
            <span className="block text-sm text-ink-soft">{daysLeftText(subscription)}</span>
          </>
        ),
    },
    {
      key: 'registered',
      header: 'Registered',
      cell: ({ registeredAt }) => <Age at={registeredAt} now={asOf} />,
    },
  ];
}
