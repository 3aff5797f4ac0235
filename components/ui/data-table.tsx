// biome-ignore-all lint/a11y/noRedundantRoles: a table displayed as cards loses its roles without them
import type { ReactNode } from 'react';

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  isNumeric?: boolean;
};

type DataTableProps<Row> = {
  /** What the rows are, for those who cannot see the page around the table. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Shown in place of the table when there are no rows. */
  empty: ReactNode;
};

/**
 * A table; where it is narrow, each row becomes a card. The roles are spelled out because browsers drop
 * them from a table that is not displayed as one, and with them the headers of the cells.
 */
export function DataTable<Row>({ caption, columns, rows, rowKey, empty }: DataTableProps<Row>) {
  if (rows.length === 0) return empty;
  return (
    <div className="@container min-w-0">
      <table role="table" className="block w-full border-collapse text-left @3xl:table">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup" className="sr-only @3xl:not-sr-only @3xl:table-header-group">
          <tr role="row" className="border-b border-control">
            {columns.map((column) => (
              <th
                key={column.key}
                role="columnheader"
                scope="col"
                className="px-3 py-2.5 text-sm font-semibold text-ink-soft data-numeric:text-right"
                data-numeric={column.isNumeric || undefined}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="grid gap-3 @3xl:table-row-group">
          {rows.map((row) => (
            <DataRow key={rowKey(row)} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DataRow<Row>({ row, columns }: { row: Row; columns: readonly Column<Row>[] }) {
  return (
    <tr
      role="row"
      className="grid gap-2 rounded-md border border-line bg-surface p-4 @3xl:table-row @3xl:rounded-none @3xl:border-x-0 @3xl:border-t-0 @3xl:bg-transparent @3xl:p-0 @3xl:hover:bg-sunken @3xl:has-focus-visible:bg-sunken"
    >
      {columns.map((column) => (
        <td
          key={column.key}
          role="cell"
          className="grid min-w-0 grid-cols-[minmax(min(5.5rem,40%),1fr)_minmax(0,2fr)] gap-3 @3xl:table-cell @3xl:px-3 @3xl:py-3.5 @3xl:data-numeric:text-right @3xl:data-numeric:tabular-nums"
          data-numeric={column.isNumeric || undefined}
        >
          <span aria-hidden="true" className="text-sm text-ink-soft @3xl:hidden">
            {column.header}
          </span>
          <span className="min-w-0 [overflow-wrap:anywhere]">{column.cell(row)}</span>
        </td>
      ))}
    </tr>
  );
}
