import { stageNames } from '#components/callout/stage-words.ts';
import { Age } from '#components/ui/age.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Card } from '#components/ui/card.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import type { OpenedWebhookEvent } from '#lib/webhooks/schema.ts';

/** An event's claims beside AURA's state as of our last read, which counts. */
export function Comparison({ opened }: { opened: OpenedWebhookEvent }) {
  const { event, storedAsOf, asOf } = opened;
  if (storedAsOf === null) {
    return (
      <Card title="Compared with AURA">
        <p className="text-ink-soft">It is about nothing that we have, so there is nothing to compare.</p>
      </Card>
    );
  }
  const isReadSince = storedAsOf >= event.receivedAt;
  return (
    <Card title="Compared with AURA">
      <p>
        <span>Our copy is from AURA’s answer</span> <Age at={storedAsOf} now={asOf} />
        <span>{`, ${isReadSince ? 'after this came.' : 'before this came: AURA has not been read since.'}`}</span>
      </p>
      <DataTable
        caption="What this delivery says, beside our last read of AURA"
        columns={COLUMNS}
        rows={rowsOf(opened)}
        rowKey={({ what }) => what}
        empty={<p className="text-ink-soft">It says nothing that we keep.</p>}
      />
    </Card>
  );
}

type Row = OpenedWebhookEvent['compared'][number];

function rowsOf({ event: { callout }, namedStage, compared }: OpenedWebhookEvent): Row[] {
  if (!callout || !namedStage) return compared;
  const stage = {
    what: 'Stage',
    event: stageNames[namedStage],
    kept: stageNames[callout.stage],
    isSame: namedStage === callout.stage,
  };
  return [stage, ...compared];
}

const COLUMNS: Column<Row>[] = [
  { key: 'what', header: 'Fact', cell: ({ what }) => what },
  { key: 'event', header: 'It says', cell: ({ event }) => event },
  { key: 'kept', header: 'We have', cell: ({ kept }) => kept ?? '–' },
  {
    key: 'same',
    header: 'Same?',
    cell: ({ isSame }) => <Badge tone={isSame ? 'good' : 'accent'}>{isSame ? 'Same' : 'Different'}</Badge>,
  },
];
