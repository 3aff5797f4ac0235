// biome-ignore-all lint/a11y/noRedundantRoles: a table displayed as cards loses its roles without them
import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  isNumeric?: boolean;
  /** In a dense table's card: over its whole width. */
  isWide?: boolean;
  /** In a dense table: the class that gives its share of the width. */
  width?: string;
};

type DataTableProps<Row> = {
  /** Accessible name. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Replaces an empty table. */
  empty: ReactNode;
  /** `dense`: rows of a button's height, and cards without headings. */
  density?: 'regular' | 'dense';
};

/**
 * A table; on narrow screens each row becomes a card. Explicit roles, as browsers drop table semantics when
 * `display` changes.
 */
export function DataTable<Row>({ caption, columns, rows, rowKey, empty, density }: DataTableProps<Row>) {
  if (rows.length === 0) return empty;
  const isDense = density === 'dense';
  return (
    <div className="@container min-w-0">
      <table
        role="table"
        className={classNames(
          'block w-full border-collapse text-left @3xl:table',
          isDense && '@6xl:table-fixed',
        )}
      >
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup" className="sr-only @3xl:not-sr-only @3xl:table-header-group">
          <tr role="row" className="border-b border-control">
            {columns.map((column) => (
              <th
                key={column.key}
                role="columnheader"
                scope="col"
                className={classNames(
                  isDense ? 'px-2 py-1' : 'px-3 py-2.5',
                  'text-sm font-semibold text-ink-soft data-numeric:text-right',
                  column.width,
                )}
                data-numeric={column.isNumeric || undefined}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody
          role="rowgroup"
          className={classNames('grid @3xl:table-row-group', isDense ? 'gap-2' : 'gap-3')}
        >
          {rows.map((row) => (
            <DataRow key={rowKey(row)} row={row} columns={columns} isDense={isDense} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type DataRowProps<Row> = { row: Row; columns: readonly Column<Row>[]; isDense: boolean };

function DataRow<Row>({ row, columns, isDense }: DataRowProps<Row>) {
  return (
    // Styled in globals.css: utility classes per cell made a third of a long page.
    <tr role="row" className={isDense ? 'data-row dense-row' : 'data-row'}>
      {columns.map((column) => (
        <td
          key={column.key}
          role="cell"
          data-header={column.header}
          data-numeric={column.isNumeric || undefined}
          data-wide={column.isWide || undefined}
        >
          <span>{column.cell(row)}</span>
        </td>
      ))}
    </tr>
  );
}
