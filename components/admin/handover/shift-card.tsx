'use client';

import { stageNames } from '#components/callout/stage-words.ts';
import { Card } from '#components/ui/card.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { Clock, Moment, ZoneNote } from '#components/ui/moment.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { Shift, ShiftCallout } from '#lib/console/handover/schema.ts';

/** What happened since the latest signed handover. */
export function ShiftCard({ shift }: { shift: Shift }) {
  const { since, servedAt, counts, callouts, moreCallouts, notes } = shift;
  const { presses, raised, closed } = counts;
  return (
    <Card title="This shift">
      <p className="text-ink-soft">
        <span>Since</span> <Moment at={since} now={servedAt} />. <ZoneNote />
      </p>
      <p>{`${presses} ${presses === 1 ? 'press' : 'presses'}, ${raised} ${raised === 1 ? 'callout' : 'callouts'}, of them ${closed} closed.`}</p>
      <DataTable
        caption="Callouts of this shift, newest first"
        columns={COLUMNS}
        rows={callouts}
        rowKey={({ calloutId }) => `${calloutId}`}
        empty={<p>No callout came in.</p>}
      />
      {moreCallouts > 0 ? (
        <p className="font-semibold">{`And ${moreCallouts} older ones, on the board.`}</p>
      ) : null}
      <h3 className="font-semibold text-lg">Notes</h3>
      {notes.length === 0 ? <p>Nobody wrote one about these callouts.</p> : null}
      <ol aria-label="Notes, newest first" className="grid gap-3">
        {notes.map(({ id, calloutId, by, at, text }) => (
          <li key={id} className="grid gap-1 rounded-md border border-line p-3">
            <p className="flex flex-wrap justify-between gap-x-4 text-ink-soft text-sm">
              <span className="font-semibold">{by}</span>
              <TextLink href={`/admin/callouts/${calloutId}`}>{`Callout ${calloutId}`}</TextLink>
              <Moment at={at} now={servedAt} />
            </p>
            <p className="whitespace-pre-wrap break-words" dir="auto">
              {text}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

const COLUMNS: Column<ShiftCallout>[] = [
  {
    key: 'callout',
    header: 'Callout',
    cell: ({ calloutId, isTest }) => (
      <TextLink href={`/admin/callouts/${calloutId}`}>{`${calloutId}${isTest ? ' (TEST)' : ''}`}</TextLink>
    ),
  },
  { key: 'person', header: 'Person', cell: ({ person }) => <span>{person}</span> },
  { key: 'raised', header: 'Came', cell: ({ raisedAt }) => <Clock at={raisedAt} /> },
  {
    key: 'stage',
    header: 'How it stands',
    cell: ({ stage, closedAt }) => <span>{closedAt ? 'Closed' : stageNames[stage]}</span>,
  },
];
