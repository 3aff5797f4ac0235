import pg from 'pg';
import { vi } from 'vitest';
import { z } from 'zod';

type Statement = { text: string; values: unknown[] };

type PlanNode = {
  'Node Type': string;
  'Relation Name'?: string | undefined;
  'Index Name'?: string | undefined;
  'Index Cond'?: string | undefined;
  Filter?: string | undefined;
  Plans?: PlanNode[] | undefined;
};

const planNode: z.ZodType<PlanNode> = z.object({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Index Name': z.string().optional(),
  'Index Cond': z.string().optional(),
  Filter: z.string().optional(),
  get Plans() {
    return z.array(planNode).optional();
  },
});
const explained = z.array(z.object({ 'QUERY PLAN': z.array(z.object({ Plan: planNode })) }));

const PLANNED = /^\s*\(?(select|with|insert|update|delete)\b/i;

/** Every SQL statement of the work, in order. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const sent = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    return sent.mock.calls.flatMap((call) => {
      const [asked, given]: unknown[] = call;
      const text = typeof asked === 'string' ? asked : textIn(asked);
      return PLANNED.test(text) ? [{ text, values: Array.isArray(given) ? given : [] }] : [];
    });
  } finally {
    sent.mockRestore();
  }
}

function textIn(asked: unknown): string {
  return typeof asked === 'object' && asked !== null && 'text' in asked ? String(asked.text) : '';
}

export type Planning = {
  /** Tables that stay small and may be scanned. */
  small: ReadonlySet<string>;
  /** Partial indexes with few rows; scanning one is cheap. */
  partial: ReadonlySet<string>;
};

/** How a statement reads more than it returns: a sequential scan, or an index scan without limit. */
export async function overreachOf(
  database: Pick<pg.Pool, 'query'>,
  { text, values }: Statement,
  planning: Planning,
): Promise<{ problems: string[]; indexes: string[] }> {
  const answer = await database.query(`explain (format json) ${text}`, values);
  const [plan] = explained.parse(answer.rows);
  const root = plan?.['QUERY PLAN'][0]?.Plan;
  if (!root) throw new Error('the database explained nothing');
  const problems: string[] = [];
  const indexes: string[] = [];
  const visit = (node: PlanNode, isLimited: boolean): void => {
    const name = node['Index Name'];
    if (name) indexes.push(name);
    const problem = problemOf(node, isLimited, planning);
    if (problem) problems.push(problem);
    const endsEarly = isLimited ? !READS_ALL.has(node['Node Type']) : node['Node Type'] === 'Limit';
    for (const inner of node.Plans ?? []) visit(inner, endsEarly);
  };
  visit(root, false);
  return { problems, indexes };
}

/** Plan nodes that consume all input before the first row. */
const READS_ALL = new Set(['Sort', 'Aggregate', 'Hash']);

function problemOf(node: PlanNode, isLimited: boolean, { small, partial }: Planning): string | null {
  const table = node['Relation Name'];
  // Any rows will do: the limit ends the scan.
  const isAnyRow = isLimited && node.Filter === undefined;
  if (node['Node Type'] === 'Seq Scan' && table && !small.has(table) && !isAnyRow)
    return `reads all of ${table}`;
  const index = node['Index Name'];
  const isWhole = index !== undefined && node['Index Cond'] === undefined && !isLimited;
  const isSmall = (table !== undefined && small.has(table)) || (index !== undefined && partial.has(index));
  return isWhole && !isSmall ? `reads all of the index ${index}` : null;
}

/** Partitions without a row: the seed's are all in the first one. */
export async function emptyPartitions(database: Pick<pg.Pool, 'query'>): Promise<string[]> {
  const { rows } = await database.query<{ name: string }>(
    `select relname as name from pg_class where relispartition and relkind = 'r' and reltuples <= 0`,
  );
  return rows.map(({ name }) => name);
}

export async function partialIndexes(database: Pick<pg.Pool, 'query'>): Promise<ReadonlySet<string>> {
  const { rows } = await database.query<{ name: string }>(
    'select relname as name from pg_index join pg_class on pg_class.oid = indexrelid where indpred is not null',
  );
  return new Set(rows.map(({ name }) => name));
}
