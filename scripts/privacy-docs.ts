import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { type PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { keptTables } from '#lib/db/kept.ts';
import { plainReasons, retentions, sensitivities, type TableKept, withholdings } from '#lib/db/kept-model.ts';
import { isSealed } from '#lib/db/sealed.ts';
import type { CheckResult } from './checks/check-result.ts';

// `npm run privacy:docs` writes the table of docs/privacy.md from the annotations of the schema; `npm run check` compares.

const FILE = 'docs/privacy.md';
const START = '<!-- made by npm run privacy:docs: begin -->';
const END = '<!-- made by npm run privacy:docs: end -->';

/** Tables without annotations, and columns without a purpose. */
export function gapsIn(tables: readonly PgTable[], kept: readonly TableKept[]): string[] {
  const annotated = new Map(kept.map((each) => [getTableName(each.table), each]));
  return tables.flatMap((table) => {
    const name = getTableName(table);
    const own = annotated.get(name);
    if (!own) return [`${name}: no purpose, sensitivity and retention: add it to lib/db/kept-*.ts`];
    return Object.entries(getTableColumns(table)).flatMap(([key, column]) => {
      const kept = own.columns[key];
      if (!kept?.purpose) return [`${name}.${key}: no purpose, sensitivity and retention`];
      if (kept.sensitivity !== 'sensitive' || isKeptSealed(column) || kept.plain) return [];
      return [`${name}.${key}: sensitive, and neither sealed (lib/db/sealed.ts) nor said why not`];
    });
  });
}

/** By its type, or by its store. */
function isKeptSealed(column: PgColumn | undefined): boolean {
  return column !== undefined && (isSealed(column) || column.name.endsWith('sealed'));
}

/** Every table that the table files of lib/db define. */
export async function tablesOf(root: string): Promise<PgTable[]> {
  const files = globSync('lib/db/*tables.ts', { cwd: root });
  const modules = await Promise.all(files.map((file): Promise<object> => import(join(root, file))));
  return modules.flatMap((found) => Object.values(found).filter((value) => is(value, PgTable)));
}

export function keptAsMarkdown(kept: readonly TableKept[]): string {
  const tables = kept.toSorted((one, other) =>
    getTableName(one.table).localeCompare(getTableName(other.table), 'en'),
  );
  return [
    '| column | why | sensitivity | how long | not in the person’s file |',
    '| --- | --- | --- | --- | --- |',
  ]
    .concat(tables.flatMap(rowsOf))
    .join('\n');
}

function rowsOf({ table, whose, retention, columns }: TableKept): string[] {
  const isPersons = typeof whose === 'object';
  const names = getTableColumns(table);
  return Object.entries(columns).map(([key, column]) => {
    const withheld = column.withheld ?? (column.sensitivity === 'none' ? 'technical' : '');
    const cells = [
      `\`${getTableName(table)}.${names[key]?.name}\``,
      column.purpose,
      isKeptSealed(names[key])
        ? `${column.sensitivity}, sealed`
        : column.sensitivity + (column.plain ? `, *${column.plain}*` : ''),
      retentions[column.retention ?? retention],
      isPersons ? withheld : 'not of a person',
    ];
    return `| ${cells.join(' | ')} |`;
  });
}

function withTable(page: string): string {
  const [before] = page.split(START);
  const [, after] = page.split(END);
  if (after === undefined) throw new Error(`${FILE} has lost the marks of its table`);
  const words = (all: Readonly<Record<string, string>>) =>
    Object.entries(all).map(([name, meaning]) => `- *${name}*: ${meaning}.`);
  const legend = ['Sensitivity:', '', ...words(sensitivities), '', 'Not in the person’s file:', '']
    .concat(words(withholdings))
    .concat(['', 'Sensitive and not sealed, because:', '', ...words(plainReasons)])
    .join('\n');
  return `${before}${START}\n\n${legend}\n\n${keptAsMarkdown(keptTables)}\n\n${END}${after}`;
}

/** Fails when a column lacks its annotation, and when the page is outdated. */
export async function checkPrivacyDocs(root: string): Promise<CheckResult> {
  const page = readFileSync(join(root, FILE), 'utf8');
  const gaps = gapsIn(await tablesOf(root), keptTables);
  const isCurrent = withTable(page) === page;
  return {
    summary: `${keptTables.reduce((sum, { columns }) => sum + Object.keys(columns).length, 0)} columns`,
    problems: [...gaps, ...(isCurrent ? [] : [`${FILE} is stale: npm run privacy:docs`])],
  };
}

if (import.meta.main) {
  const path = join(import.meta.dirname, '..', FILE);
  writeFileSync(path, withTable(readFileSync(path, 'utf8')));
}
