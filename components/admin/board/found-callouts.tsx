'use client';

import { useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { calloutColumns } from '#components/admin/board/callout-columns.tsx';
import { ReadAge } from '#components/admin/board/read-age.tsx';
import { useLive } from '#components/live/live-pages.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Clock } from '#components/ui/moment.tsx';
import type { Board } from '#lib/callouts/answers.ts';
import { boardAddress } from '#lib/callouts/model.ts';
import { boardQuery } from '#lib/callouts/queries.ts';
import type { BoardQuery } from '#lib/callouts/schema.ts';

type FoundCalloutsProps = { initial: Board; query: BoardQuery; after: string | null };

/** One page of filtered callouts, refreshed live. */
export function FoundCallouts({ initial, query, after }: FoundCalloutsProps) {
  const { data, error } = useQuery(boardQuery(query, after, initial, useLive()));
  const { callouts, next, searchedBackTo, asOf } = data;
  const isOldestFirst = query.order === 'oldest';
  return (
    <>
      <DataTable
        caption={isOldestFirst ? 'Callouts, oldest first' : 'Callouts, newest first'}
        columns={calloutColumns(asOf)}
        rows={callouts}
        rowKey={({ calloutId }) => `${calloutId}`}
        empty={
          <EmptyState title="No callouts" icon={<SearchX />}>
            <p>{emptyWords(searchedBackTo !== null, after !== null || Object.keys(query).length > 0)}</p>
          </EmptyState>
        }
      />
      <nav aria-label="Pages of callouts" className="flex flex-wrap items-center justify-between gap-3">
        <ReadAge asOf={asOf} problem={error} />
        {searchedBackTo ? (
          <p>
            <span>Looked through as far as </span>
            <Clock at={searchedBackTo} />
            <span> for this page.</span>
          </p>
        ) : null}
        <span className="flex flex-wrap gap-3">
          {after ? (
            <LinkButton href={`${boardAddress(query)}#callouts`} tone="secondary">
              First page
            </LinkButton>
          ) : null}
          {next ? (
            <LinkButton href={`${boardAddress({ ...query, after: next })}#callouts`} tone="secondary">
              {searchedBackTo ? 'Look further' : isOldestFirst ? 'Newer' : 'Older'}
            </LinkButton>
          ) : null}
        </span>
      </nav>
    </>
  );
}

function emptyWords(isPartial: boolean, isFiltered: boolean): string {
  if (isPartial) return 'None so far. Look further, or narrow the search.';
  if (isFiltered) return 'None that fits. Names are found by how they begin; type less, or clear a filter.';
  return 'AURA has no callout from here yet. A new one appears by itself.';
}
