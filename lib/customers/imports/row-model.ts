import type { Counts, Import, RowProblem } from './schema.ts';
import type { ImportRecord, ImportRow } from './store.ts';

const REASONS = {
  known: 'AURA has this mobile already: nobody was made',
  rejected: 'AURA did not accept these details: nobody was made',
  unsure:
    'The line broke while AURA was making this customer, and AURA has the mobile now: most likely by that. Ask AURA support for the customer number',
} as const;

/** Why a row created no customer, for the person who corrects the file. */
export function problemOf(row: ImportRow): RowProblem {
  return {
    row: row.row,
    column: row.problemColumn ?? 'mobile',
    value: row.problemValue ?? row.mobile ?? '',
    reason:
      row.problem ?? (row.state in REASONS ? REASONS[row.state as keyof typeof REASONS] : 'Not imported'), // safe: `in` has just said so
  };
}

export function toImport(
  record: ImportRecord,
  counted: ReadonlyMap<ImportRow['state'], number>,
  failed: readonly ImportRow[],
  at: Date,
): Import {
  const of = (state: ImportRow['state']) => counted.get(state) ?? 0;
  const counts: Counts = {
    bad: of('bad'),
    waiting: of('waiting') + of('sending'),
    done: of('done'),
    known: of('known'),
    rejected: of('rejected'),
    unsure: of('unsure'),
  };
  const isPaused = record.state === 'running' && record.pausedUntil !== null && record.pausedUntil > at;
  return {
    importId: record.id,
    asOf: at.toISOString(),
    fileName: record.fileName,
    state: record.state,
    counts,
    ignoredColumns: record.ignoredColumns,
    uploadedAt: record.uploadedAt.toISOString(),
    endedAt: record.endedAt?.toISOString() ?? null,
    pausedUntil: isPaused ? (record.pausedUntil?.toISOString() ?? null) : null,
    problems: failed.map(problemOf),
  };
}
