import { MapPinned } from 'lucide-react';
import { stageNames } from '#components/callout/stage-words.ts';
import { Age } from '#components/ui/age.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PersonName } from '#components/ui/person-name.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { Mapped } from '#lib/console/map/schema.ts';

export function rowId(calloutId: string): string {
  return `row-${calloutId}`;
}

type MappedTableProps = { callouts: readonly Mapped[]; asOf: string };

/** Text alternative of the map. */
export function MappedTable({ callouts, asOf }: MappedTableProps) {
  return (
    <DataTable
      caption="Open callouts and where they are, newest first"
      columns={columnsAt(asOf)}
      rows={callouts}
      rowKey={({ calloutId }) => `${calloutId}`}
      empty={
        <EmptyState title="No open callouts" icon={<MapPinned />}>
          <p>A new one appears here and on the map by itself.</p>
        </EmptyState>
      }
    />
  );
}

function columnsAt(asOf: string): Column<Mapped>[] {
  return [
    {
      key: 'id',
      header: 'Callout',
      cell: ({ calloutId, kind }) => (
        <span className="flex flex-wrap items-center gap-2">
          <TextLink id={rowId(`${calloutId}`)} href={`/admin/callouts/${calloutId}`}>
            {calloutId}
          </TextLink>
          {kind === 'test' ? <Badge tone="attention">TEST</Badge> : null}
        </span>
      ),
    },
    { key: 'person', header: 'Person', cell: ({ person }) => <PersonName person={person} /> },
    {
      key: 'stage',
      header: 'Stage',
      cell: ({ stage, duressAt }) => (
        <span className="flex flex-wrap items-center gap-2">
          <span>{stageNames[stage]}</span>
          {duressAt ? <Badge tone="attention">Duress suspected</Badge> : null}
        </span>
      ),
    },
    { key: 'raised', header: 'Raised', cell: ({ raisedAt }) => <Age at={raisedAt} now={asOf} /> },
    { key: 'position', header: 'Location', cell: ({ place }) => coordinates(place) },
    {
      key: 'accuracy',
      header: 'Accuracy',
      isNumeric: true,
      cell: ({ place }) => (place?.accuracy == null ? '–' : `± ${Math.round(place.accuracy)} m`),
    },
    {
      key: 'measured',
      header: 'Measured',
      cell: ({ place }) => (place?.measuredAt ? <Age at={place.measuredAt} now={asOf} /> : '–'),
    },
    {
      key: 'coverage',
      header: 'AURA’s coverage',
      cell: ({ isCovered }) =>
        isCovered === false ? <Badge tone="attention">Outside</Badge> : isCovered ? 'Inside' : 'Not known',
    },
  ];
}

function coordinates(place: Mapped['place']): string {
  if (!place) return 'None';
  const { latitude, longitude, from } = place;
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)} (${from === 'device' ? 'device' : 'press'})`;
}
