import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { type Column, DataTable } from '#components/ui/data-table.tsx';

type Row = { id: string; who: string; metres: number };

const COLUMNS: readonly Column<Row>[] = [
  { key: 'who', header: 'Person', cell: (row) => row.who },
  { key: 'metres', header: 'Accuracy', cell: (row) => row.metres, isNumeric: true },
];

const render = (rows: readonly Row[]) =>
  renderToStaticMarkup(
    createElement(DataTable<Row>, {
      caption: 'Open callouts',
      columns: COLUMNS,
      rows,
      rowKey: (row) => row.id,
      empty: 'No callouts.',
    }),
  );

const count = (html: string, part: string) => html.split(part).length - 1;

it('spells out the roles that a table loses when it is shown as cards', () => {
  const html = render([{ id: '1', who: 'Thandiwe', metres: 12 }]);
  expect(html).toContain('role="table"');
  expect(count(html, 'role="columnheader"')).toBe(2);
  expect(count(html, 'role="row"')).toBe(2);
  expect(count(html, 'role="cell"')).toBe(2);
});

it('gives each cell its header for where rows are cards, and says it once in words', () => {
  const html = render([{ id: '1', who: 'Thandiwe', metres: 12 }]);
  expect(html).toContain('data-header="Accuracy"');
  expect(count(html, '>Accuracy<')).toBe(1);
});

it('shows what stands for no rows in place of an empty table', () => {
  expect(render([])).toBe('No callouts.');
});
