import { codeWords } from '#components/admin/code-words.ts';
import { WrappedAge } from '#components/admin/integration/wrapped-age.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import type { Integration } from '#lib/integration/schema.ts';

type Drift = Integration['drift'][number];

/** Fields and values of AURA's that the contract lacks. */
export function DriftTable({ drift, asOf }: { drift: readonly Drift[]; asOf: string }) {
  return (
    <>
      <p className="text-ink-soft">
        Nothing of it is lost or refused, but somebody should add it to the contract. Kept for thirty days
        after it was last seen.
      </p>
      <DataTable
        caption="What AURA sent that the contract does not know, the latest first"
        columns={columnsAt(asOf)}
        rows={drift}
        rowKey={({ operation, name }) => `${operation} ${name}`}
        empty={<p className="text-ink-soft">Nothing.</p>}
      />
    </>
  );
}

function columnsAt(asOf: string): Column<Drift>[] {
  return [
    { key: 'name', header: 'What', cell: ({ name }) => <code className="text-sm">{name}</code> },
    {
      key: 'operation',
      header: 'Where',
      cell: ({ operation }) => <span title={operation}>{codeWords(operation)}</span>,
    },
    { key: 'since', header: 'Since', cell: ({ firstSeenAt }) => <WrappedAge at={firstSeenAt} now={asOf} /> },
    { key: 'last', header: 'Last', cell: ({ lastSeenAt }) => <WrappedAge at={lastSeenAt} now={asOf} /> },
    { key: 'times', header: 'Times', cell: ({ times }) => times, isNumeric: true },
  ];
}
