import { TestMark } from '#components/admin/board/test-mark.tsx';
import { CustomerName } from '#components/admin/customers/customer-name.tsx';
import { pressStateNames } from '#components/admin/customers/press-list.tsx';
import { stageNames } from '#components/callout/stage-words.ts';
import { Age } from '#components/ui/age.tsx';
import { Card } from '#components/ui/card.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { CustomerRecord, NearbyLine } from '#lib/customers/directory/schema.ts';

type NearbyListProps = { customer: Pick<CustomerRecord, 'nearby' | 'asOf'> };

/** What happened to others at the person's saved address. */
export function NearbyList({ customer: { nearby, asOf } }: NearbyListProps) {
  if (!nearby) return null;
  return (
    <Card title="Others at the saved address">
      <p className="text-ink-soft">Callouts and unsent presses of other people within 100 m of it.</p>
      <DataTable
        caption="Others at the saved address, newest first"
        columns={[
          { key: 'what', header: 'What', cell: (line) => <What line={line} /> },
          {
            key: 'who',
            header: 'Who',
            cell: ({ person }) => <CustomerName person={person} customerId={person.customerId} />,
          },
          { key: 'at', header: 'When', cell: ({ at }) => <Age at={at} now={asOf} /> },
          { key: 'far', header: 'Distance', isNumeric: true, cell: ({ metres }) => `${metres} m` },
        ]}
        rows={nearby.lines}
        rowKey={({ what }) => ('calloutId' in what ? `${what.calloutId}` : what.pressId)}
        empty={<p className="text-ink-soft">Nothing that we know of.</p>}
      />
      {nearby.hasOlder ? <p className="text-ink-soft">There are older ones, which are not shown.</p> : null}
    </Card>
  );
}

function What({ line: { what, kind } }: { line: NearbyLine }) {
  return (
    <span className="flex flex-wrap items-center gap-2">
      {'calloutId' in what ? (
        <>
          <TextLink href={`/admin/callouts/${what.calloutId}`}>{`Callout ${what.calloutId}`}</TextLink>
          <span>{stageNames[what.stage]}</span>
        </>
      ) : (
        <span>{`Press: ${pressStateNames[what.state]}`}</span>
      )}
      {kind === 'test' ? <TestMark /> : null}
    </span>
  );
}
