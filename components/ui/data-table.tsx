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
    // How a row and what is in it look stands in globals.css: named in every cell, it was a third of a long page.
    <tr role="row" className="data-row">
      {columns.map((column) => (
        <td
          key={column.key}
          role="cell"
          data-header={column.header}
          data-numeric={column.isNumeric || undefined}
        >
          <span>{column.cell(row)}</span>
        </td>
      ))}
    </tr>
  );
}
