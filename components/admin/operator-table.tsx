import { factorWords, roleNames } from '#components/admin/role-words.ts';
import { Age } from '#components/ui/age.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { OperatorRow } from '#lib/operators/schema.ts';

type OperatorTableProps = { operators: readonly OperatorRow[]; asOf: string };

export function OperatorTable({ operators, asOf }: OperatorTableProps) {
  return (
    <DataTable
      caption="Operators by name"
      columns={columnsAt(asOf)}
      rows={operators}
      rowKey={(row) => row.operatorId}
      empty={null}
    />
  );
}

function columnsAt(asOf: string): Column<OperatorRow>[] {
  return [
    {
      key: 'name',
      header: 'Name',
      cell: ({ operatorId, name }) => <TextLink href={`/admin/operators/${operatorId}`}>{name}</TextLink>,
    },
    { key: 'email', header: 'Email', cell: ({ email }) => email },
    { key: 'role', header: 'Role', cell: ({ role }) => roleNames[role] },
    {
      key: 'factor',
      header: 'Second step',
      cell: (row) => <Badge {...(row.hasSecondFactor ? { tone: 'good' } : {})}>{factorWords(row)}</Badge>,
    },
    {
      key: 'state',
      header: 'State',
      cell: ({ switchedOffAt }) =>
        switchedOffAt ? <Badge tone="attention">Switched off</Badge> : <Badge tone="good">May sign in</Badge>,
    },
    {
      key: 'seen',
      header: 'Session renewed',
      cell: ({ lastSeenAt }) => (lastSeenAt ? <Age at={lastSeenAt} now={asOf} /> : 'Signed in nowhere'),
    },
  ];
}
