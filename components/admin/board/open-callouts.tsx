'use client';

import { useQuery } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { calloutColumns } from '#components/admin/board/callout-columns.tsx';
import { ReadAge } from '#components/admin/board/read-age.tsx';
import { useLive } from '#components/live/live-pages.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { Board } from '#lib/callouts/answers.ts';
import { boardAddress } from '#lib/callouts/model.ts';
import { boardQuery } from '#lib/callouts/queries.ts';
import type { BoardQuery } from '#lib/callouts/schema.ts';

type OpenCalloutsProps = {
  initial: Board;
  /** The query of the first page. */
  query: BoardQuery;
  /** Link to the same page with TEST callouts toggled. */
  otherHref: string;
};

/** Open callouts, longest-running first. */
export function OpenCallouts({ initial, query, otherHref }: OpenCalloutsProps) {
  const { data, error } = useQuery(boardQuery(query, null, initial, useLive()));
  const { callouts, open, next, asOf } = data;
  const hidesTests = query.kind === 'real';
  return (
    <section aria-labelledby="open-callouts" className="grid min-w-0 gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h2 id="open-callouts" className="text-xl font-semibold">
          {`Open callouts ${open > 0 && !hidesTests ? `(${open})` : ''}`}
        </h2>
        <ReadAge asOf={asOf} problem={error} />
        <LinkButton href={otherHref} tone="quiet" className="sm:ml-auto" scroll={false}>
          {hidesTests ? 'Show TEST callouts' : 'Hide TEST callouts'}
        </LinkButton>
      </div>
      <DataTable
        caption="Open callouts, oldest first"
        columns={calloutColumns(asOf)}
        rows={callouts}
        rowKey={({ calloutId }) => `${calloutId}`}
        empty={
          <EmptyState
            title={open > 0 ? 'Only TEST callouts are open' : 'No callout is open'}
            icon={<ShieldCheck />}
          >
            <p>A new one appears here by itself.</p>
          </EmptyState>
        }
      />
      {next ? (
        <p>
          <LinkButton href={`${boardAddress({ ...query, after: next })}#callouts`} tone="secondary">
            Open callouts after these
          </LinkButton>
        </p>
      ) : null}
    </section>
  );
}
