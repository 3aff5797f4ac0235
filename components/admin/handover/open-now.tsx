'use client';

import { SeverityMark } from '#components/admin/alarms/severity-mark.tsx';
import { alertNames, holderWords, moreWords } from '#components/admin/board/alert-words.ts';
import { Age } from '#components/ui/age.tsx';
import { Card } from '#components/ui/card.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { PersonName } from '#components/ui/person-name.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { Attention, AttentionRow } from '#lib/console/attention/schema.ts';

/** What waits and what is open as the page was read. */
export function OpenNow({ attention, open }: { attention: Attention; open: number }) {
  const { rows, more, asOf } = attention;
  return (
    <Card title="Open now">
      <p>
        <span>{open === 1 ? '1 callout is open.' : `${open} callouts are open.`}</span>{' '}
        <TextLink href="/admin/callouts">Board</TextLink>
      </p>
      <DataTable
        caption="Alarms"
        columns={columns(asOf)}
        rows={rows}
        rowKey={({ subject }) => subject}
        empty={<p>Nothing needs attention.</p>}
      />
      {more.length > 0 ? <p className="font-semibold">{`Not in the list: ${moreWords(more)}.`}</p> : null}
    </Card>
  );
}

function columns(asOf: string): Column<AttentionRow>[] {
  return [
    {
      key: 'what',
      header: 'What',
      cell: ({ needs, severity, isWaiting }) => (
        <SeverityMark severity={severity} isQuiet={!isWaiting}>
          {needs.map(({ kind }) => alertNames[kind]).join(', ')}
        </SeverityMark>
      ),
    },
    {
      key: 'who',
      header: 'Who',
      cell: ({ callout, customerId, person }) => (
        <TextLink href={callout ? `/admin/callouts/${callout.calloutId}` : `/admin/customers/${customerId}`}>
          <PersonName person={person} />
        </TextLink>
      ),
    },
    { key: 'age', header: 'Age', cell: ({ beganAt }) => <Age at={beganAt} now={asOf} /> },
    { key: 'holder', header: 'Acknowledged', cell: (row) => <span>{holderWords(row)}</span> },
  ];
}
