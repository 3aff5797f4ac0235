import { RecheckForm } from '#components/admin/customers/recheck-form.tsx';
import { signupStates } from '#components/admin/customers/signup-words.ts';
import { Age } from '#components/ui/age.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { Clock } from '#components/ui/moment.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { SignupRow } from '#lib/customers/hosted-signup/schema.ts';

type SignupTableProps = { signups: readonly SignupRow[]; asOf: string; mayAsk: boolean };

export function SignupTable({ signups, asOf, mayAsk }: SignupTableProps) {
  return (
    <DataTable
      caption="Signup links, newest first"
      columns={columnsAt(asOf, mayAsk)}
      rows={signups}
      rowKey={({ signupId }) => signupId}
      empty={<p className="text-ink-soft">No link yet.</p>}
    />
  );
}

function columnsAt(asOf: string, mayAsk: boolean): Column<SignupRow>[] {
  return [
    {
      key: 'made',
      header: 'Made',
      cell: ({ createdAt }) => (
        <span className="grid">
          <Clock at={createdAt} />
          <span className="text-sm text-ink-soft">
            <Age at={createdAt} now={asOf} />
          </span>
        </span>
      ),
    },
    { key: 'by', header: 'By', cell: ({ createdBy }) => createdBy },
    {
      key: 'state',
      header: 'State',
      cell: ({ state, returnedAt }) => (
        <span className="grid justify-items-start gap-1">
          <Badge tone={signupStates[state].tone}>{signupStates[state].name}</Badge>
          {returnedAt && state !== 'registered' ? (
            <span className="text-sm text-ink-soft">
              <span>
                {state === 'failed' || state === 'cancelled' ? 'By what AURA’s page said, ' : 'Came back '}
              </span>
              <Age at={returnedAt} now={asOf} />
            </span>
          ) : null}
        </span>
      ),
    },
    {
      key: 'customer',
      header: 'Customer',
      cell: ({ customerId, state }) =>
        customerId === null ? (
          '–'
        ) : state === 'registered' ? (
          <TextLink href={`/admin/customers/${customerId}`}>{customerId}</TextLink>
        ) : (
          customerId
        ),
    },
    ...(mayAsk
      ? [
          {
            key: 'ask',
            header: 'Recheck',
            cell: ({ signupId, createdAt, state }: SignupRow) =>
              state === 'registered' ? '–' : <RecheckForm signupId={signupId} madeAt={createdAt} />,
          },
        ]
      : []),
  ];
}
