'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FileCheck } from 'lucide-react';
import { progressOf, rowsText, sentenceOf } from '#components/admin/customers/import-words.ts';
import { Freshness } from '#components/callout/freshness.tsx';
import { Age } from '#components/ui/age.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import { startImportAction, stopImportAction } from '#lib/customers/imports/actions.ts';
import { importQuery } from '#lib/customers/imports/queries.ts';
import type { Import, RowProblem } from '#lib/customers/imports/schema.ts';
import { errorEntry } from '#lib/errors/errors.ts';

/** Validation result, progress and row outcomes of an import. */
export function ImportProgress({ initial }: { initial: Import }) {
  const query = importQuery(initial);
  const { data: one, error } = useQuery(query);
  const failed = one.counts.bad + one.counts.known + one.counts.rejected + one.counts.unsure;
  return (
    <div className="grid items-start gap-6 xl:grid-cols-2">
      <Card title="State">
        <StatusLine tone={one.state === 'done' ? 'good' : 'neutral'} icon={<FileCheck />}>
          {sentenceOf(one)}
        </StatusLine>
        <Freshness problem={error} servedAt={one.asOf} signInHref="/admin/sign-in" />
        <Bar one={one} />
        <Steps one={one} />
        <DefinitionList items={countsOf(one)} />
      </Card>
      <Card title="Rows that were not imported">
        {failed > 0 ? (
          <p>
            <a href={`/api/admin/customer-imports/${one.importId}/errors`} className="text-link">
              Download the error file
            </a>{' '}
            <span>{`with all ${rowsText(failed)}. The first ones are here.`}</span>
          </p>
        ) : null}
        <DataTable
          caption="Rows that were not imported"
          columns={COLUMNS}
          rows={one.problems}
          rowKey={({ row }) => String(row)}
          empty={<p className="text-ink-soft">None so far.</p>}
        />
      </Card>
    </div>
  );
}

function Bar({ one }: { one: Import }) {
  const { sent, all } = progressOf(one);
  if (one.state === 'checked' || all === 0) return null;
  return (
    <progress
      aria-label="Rows sent to AURA"
      value={sent}
      max={all}
      className="h-3 w-full appearance-none overflow-hidden rounded-full border border-line bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
    />
  );
}

function Steps({ one }: { one: Import }) {
  const client = useQueryClient();
  const move = useMutation({
    mutationFn: (step: 'start' | 'stop') =>
      step === 'start' ? startImportAction(one.importId) : stopImportAction(one.importId),
    onSettled: () => client.invalidateQueries({ queryKey: importQuery(one).queryKey }),
  });
  const mayStart = (one.state === 'checked' || one.state === 'stopped') && one.counts.waiting > 0;
  return (
    <>
      {move.isError ? (
        <Alert title="Vigil did not answer. Look at the state above before you try again." />
      ) : null}
      {move.data?.ok === false ? (
        <Alert title={errorEntry(move.data.code).title}>{errorEntry(move.data.code).detail}</Alert>
      ) : null}
      <div className="flex flex-wrap gap-3 empty:hidden">
        {mayStart ? (
          <Button onClick={() => move.mutate('start')} isBusy={move.isPending}>
            {`Import ${rowsText(one.counts.waiting)}`}
          </Button>
        ) : null}
        {one.state === 'running' ? (
          <Button tone="secondary" onClick={() => move.mutate('stop')} isBusy={move.isPending}>
            Stop
          </Button>
        ) : null}
      </div>
    </>
  );
}

function countsOf({ counts, fileName, ignoredColumns, uploadedAt, asOf }: Import) {
  return [
    { term: 'File', detail: fileName },
    { term: 'Checked', detail: <Age at={uploadedAt} now={asOf} /> },
    { term: 'Imported', detail: rowsText(counts.done) },
    { term: 'Waiting', detail: rowsText(counts.waiting) },
    { term: 'Cannot be used', detail: rowsText(counts.bad) },
    { term: 'Known to AURA already', detail: rowsText(counts.known) },
    { term: 'Refused by AURA', detail: rowsText(counts.rejected) },
    { term: 'Unsure', detail: rowsText(counts.unsure) },
    ...(ignoredColumns.length > 0 ? [{ term: 'Columns not used', detail: ignoredColumns.join(', ') }] : []),
  ];
}

const COLUMNS: Column<RowProblem>[] = [
  { key: 'row', header: 'Row', cell: ({ row }) => row, isNumeric: true },
  { key: 'column', header: 'Column', cell: ({ column }) => column },
  { key: 'value', header: 'There stands', cell: ({ value }) => value || '–' },
  { key: 'reason', header: 'Why', cell: ({ reason }) => reason },
];
