import { TestMark } from '#components/admin/board/test-mark.tsx';
import { stageNames } from '#components/callout/stage-words.ts';
import { Age } from '#components/ui/age.tsx';
import { Card } from '#components/ui/card.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { CustomerRecord } from '#lib/customers/directory/schema.ts';

type CalloutListProps = {
  customer: Pick<CustomerRecord, 'calloutLines' | 'callouts' | 'mobile' | 'asOf'>;
};

/** All callouts of the person: the newest here, the others by a search. */
export function CalloutList({ customer: { calloutLines, callouts, mobile, asOf } }: CalloutListProps) {
  return (
    <Card title={`Callouts (${callouts.total})`}>
      <DataTable
        caption="Callouts, newest first"
        columns={[
          {
            key: 'id',
            header: 'Callout',
            cell: ({ calloutId, kind }) => (
              <span className="flex flex-wrap items-center gap-2">
                <TextLink href={`/admin/callouts/${calloutId}`}>{calloutId}</TextLink>
                {kind === 'test' ? <TestMark /> : null}
              </span>
            ),
          },
          { key: 'at', header: 'Raised', cell: ({ at }) => <Age at={at} now={asOf} /> },
          { key: 'stage', header: 'Stage', cell: ({ stage }) => stageNames[stage] },
        ]}
        rows={calloutLines}
        rowKey={({ calloutId }) => `${calloutId}`}
        empty={<p className="text-ink-soft">No callouts.</p>}
      />
      {callouts.total > calloutLines.length ? (
        <p>
          <TextLink href={`/admin/callouts?${new URLSearchParams({ search: mobile })}#callouts`}>
            Find the older ones
          </TextLink>
        </p>
      ) : null}
    </Card>
  );
}
