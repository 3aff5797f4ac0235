import { importStateNames, rowsText } from '#components/admin/customers/import-words.ts';
import { Age } from '#components/ui/age.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { Import } from '#lib/customers/imports/schema.ts';

export function ImportList({ imports }: { imports: readonly Import[] }) {
  return (
    <DataTable
      caption="Files, newest first"
      columns={COLUMNS}
      rows={imports}
      rowKey={({ importId }) => importId}
      empty={<p className="text-ink-soft">No file yet.</p>}
    />
  );
}

const COLUMNS: Column<Import>[] = [
  {
    key: 'file',
    header: 'File',
    cell: ({ importId, fileName }) => (
      <TextLink href={`/admin/customers/import/${importId}`}>{fileName}</TextLink>
    ),
  },
  { key: 'state', header: 'State', cell: ({ state }) => importStateNames[state] },
  { key: 'done', header: 'Imported', cell: ({ counts }) => rowsText(counts.done) },
  { key: 'at', header: 'Checked', cell: ({ uploadedAt, asOf }) => <Age at={uploadedAt} now={asOf} /> },
];
