import { ScrollText } from 'lucide-react';
import { actionWords, actorRoleWords, detailWords } from '#components/admin/audit-words.ts';
import { Age } from '#components/ui/age.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Clock } from '#components/ui/moment.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { AuditRow } from '#lib/console/audit/schema.ts';

type AuditTableProps = { entries: readonly AuditRow[]; asOf: string };

export function AuditTable({ entries, asOf }: AuditTableProps) {
  return (
    <DataTable
      caption="Audit, newest first"
      columns={columnsAt(asOf)}
      rows={entries}
      rowKey={(row) => row.entryId}
      empty={
        <EmptyState title="Nothing here" icon={<ScrollText />}>
          <p>The audit has no entry that passes this filter.</p>
        </EmptyState>
      }
    />
  );
}

function columnsAt(asOf: string): Column<AuditRow>[] {
  return [
    {
      key: 'when',
      header: 'When',
      cell: ({ at }) => (
        <span className="grid">
          <Clock at={at} />
          <span className="text-sm text-ink-soft">
            <Age at={at} now={asOf} />
          </span>
        </span>
      ),
    },
    { key: 'who', header: 'Who', cell: ({ actor }) => <Who actor={actor} /> },
    { key: 'what', header: 'What', cell: ({ action }) => actionWords(action) },
    {
      key: 'whom',
      header: 'To whom',
      cell: ({ subject }) =>
        subject ? (
          <TextLink href={filterLink('subject', subject.id)}>{subject.name ?? subject.id}</TextLink>
        ) : (
          '–'
        ),
    },
    { key: 'where', header: 'From where', cell: ({ actor }) => actor.address ?? '–' },
    { key: 'detail', header: 'Detail', cell: ({ action, detail }) => detailWords(action, detail) },
  ];
}

function Who({ actor: { role, id, name } }: { actor: AuditRow['actor'] }) {
  if (id === null) return 'Not signed in';
  return (
    <span className="grid">
      <TextLink href={filterLink('actor', id)}>{name ?? actorRoleWords(role)}</TextLink>
      {name === null ? null : <span className="text-sm text-ink-soft">{actorRoleWords(role)}</span>}
    </span>
  );
}

function filterLink(field: 'actor' | 'subject', id: string): string {
  return `/admin/audit?${new URLSearchParams({ [field]: id })}`;
}
