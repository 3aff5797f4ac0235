import { codeWords } from '#components/admin/code-words.ts';
import { WrappedAge } from '#components/admin/integration/wrapped-age.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import type { OperationCalls } from '#lib/integration/schema.ts';

export function CallTable({ calls, asOf }: { calls: readonly OperationCalls[]; asOf: string }) {
  return (
    <>
      <DataTable
        caption="Attempts at AURA in the last hour, by operation"
        columns={columnsAt(asOf)}
        rows={calls}
        rowKey={({ operation }) => operation}
        empty={<p className="text-ink-soft">None were made.</p>}
      />
      {calls.length > 0 ? (
        <p className="text-sm text-ink-soft">
          Attempts of the whole deployment, retries included. Durations are read from buckets: at most a fifth
          too long, never too short.
        </p>
      ) : null}
    </>
  );
}

function columnsAt(asOf: string): Column<OperationCalls>[] {
  return [
    {
      key: 'operation',
      header: 'Operation',
      cell: ({ operation }) => <span title={operation}>{codeWords(operation)}</span>,
    },
    { key: 'attempts', header: 'Attempts', cell: ({ attempts }) => attempts, isNumeric: true },
    {
      key: 'failed',
      header: 'Without an answer',
      isNumeric: true,
      cell: ({ failed }) => (
        <span className={failed > 0 ? 'font-semibold text-alert-ink' : ''}>{failed}</span>
      ),
    },
    {
      key: 'outcomes',
      header: 'Not ordinary',
      cell: ({ outcomes }) =>
        outcomes.length === 0
          ? '–'
          : outcomes.map(({ outcome, attempts }) => `${attempts} ${outcomeWords(outcome)}`).join(', '),
    },
    { key: 'p50', header: 'Half within', cell: ({ p50Ms }) => `${p50Ms} ms`, isNumeric: true },
    { key: 'p95', header: '95 % within', cell: ({ p95Ms }) => `${p95Ms} ms`, isNumeric: true },
    { key: 'last', header: 'Last (minute)', cell: ({ lastAt }) => <WrappedAge at={lastAt} now={asOf} /> },
  ];
}

const WORDS: Readonly<Record<string, string>> = {
  network: 'not connected',
  timeout: 'too slow',
  server: 'broken at AURA (5xx)',
  contract: 'unreadable',
  rate_limited: 'limited (429)',
  unauthorised: 'not authorised (401)',
  forbidden: 'forbidden (403)',
  not_found: 'not found (404)',
  conflict: 'in conflict (409)',
  invalid_request: 'refused (400)',
};

const outcomeWords = (outcome: string) => WORDS[outcome] ?? outcome;
