'use client';

import { useQuery } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { Freshness } from '#components/callout/freshness.tsx';
import { stageNames } from '#components/callout/stage-words.ts';
import { useLive } from '#components/live/live-pages.tsx';
import { Age } from '#components/ui/age.tsx';
import { Badge, type BadgeTone } from '#components/ui/badge.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { boardQuery } from '#lib/callouts/queries.ts';
import type { Board, CalloutRow, Stage } from '#lib/callouts/schema.ts';

const STAGE_TONES: Record<Stage, BadgeTone> = {
  raised: 'attention',
  owned: 'accent',
  dispatched: 'accent',
  arrived: 'good',
  completed: 'good',
  cancelled: 'neutral',
  closed: 'neutral',
};

type CalloutBoardProps = { after: string | null; initial: Board };

/** One page of all callouts, newest first, kept current without a reload. */
export function CalloutBoard({ after, initial }: CalloutBoardProps) {
  const { data: board, error } = useQuery(boardQuery(after, initial, useLive()));
  return (
    <section aria-label="Callouts" className="grid min-w-0 gap-4">
      <Freshness problem={error} signInHref="/admin/sign-in" servedAt={board.asOf} />
      <DataTable
        caption="Callouts, newest first"
        columns={columnsAt(board.asOf)}
        rows={board.callouts}
        rowKey={(row) => String(row.calloutId)}
        empty={
          <EmptyState title="No callouts" icon={<ShieldCheck />}>
            <p>AURA has no callout from here yet. A new one appears by itself.</p>
          </EmptyState>
        }
      />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-sm text-ink-soft">
          Read from Vigil’s database <Age at={board.asOf} now={board.asOf} />
        </p>
        <span className="flex gap-3">
          {after ? (
            <LinkButton href="/admin/callouts" tone="secondary">
              Newest
            </LinkButton>
          ) : null}
          {board.next ? (
            <LinkButton href={`/admin/callouts?after=${board.next}`} tone="secondary">
              Older
            </LinkButton>
          ) : null}
        </span>
      </div>
    </section>
  );
}

function columnsAt(asOf: string): Column<CalloutRow>[] {
  return [
    {
      key: 'id',
      header: 'Callout',
      cell: ({ calloutId, kind }) => (
        <span className="flex flex-wrap items-center gap-2">
          <TextLink href={`/admin/callouts/${calloutId}`}>{calloutId}</TextLink>
          {kind === 'test' ? <Badge tone="attention">TEST</Badge> : null}
        </span>
      ),
    },
    { key: 'person', header: 'Person', cell: ({ person }) => `${person.name} ${person.surname}` },
    {
      key: 'stage',
      header: 'Stage',
      cell: ({ stage, duressAt }) => (
        <span className="flex flex-wrap items-center gap-2">
          <Badge tone={STAGE_TONES[stage]}>{stageNames[stage]}</Badge>
          {duressAt ? <Badge tone="attention">Duress suspected</Badge> : null}
        </span>
      ),
    },
    { key: 'status', header: 'AURA’s words', cell: ({ rawStatus }) => rawStatus ?? '–' },
    { key: 'raised', header: 'Raised', cell: ({ raisedAt }) => <Age at={raisedAt} now={asOf} /> },
    { key: 'heard', header: 'Heard from AURA', cell: (row) => <Age at={row.asOf} now={asOf} /> },
  ];
}
