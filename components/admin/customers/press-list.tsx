import { TestMark } from '#components/admin/board/test-mark.tsx';
import { outcomeNames } from '#components/admin/outcome-words.ts';
import { Age } from '#components/ui/age.tsx';
import { Card } from '#components/ui/card.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { CustomerRecord, PressLine } from '#lib/customers/directory/schema.ts';

type PressListProps = { customer: Pick<CustomerRecord, 'presses' | 'hasOlderPresses' | 'asOf'> };

export function PressList({ customer: { presses, hasOlderPresses, asOf } }: PressListProps) {
  return (
    <Card title="Presses">
      <DataTable
        caption="Presses, newest first"
        columns={[
          {
            key: 'at',
            header: 'Pressed',
            cell: ({ receivedAt, kind }) => (
              <span className="flex flex-wrap items-center gap-2">
                <Age at={receivedAt} now={asOf} />
                {kind === 'test' ? <TestMark /> : null}
              </span>
            ),
          },
          { key: 'state', header: 'With AURA', cell: stateOf },
          { key: 'outcome', header: 'Outcome', cell: (line) => <Outcome line={line} asOf={asOf} /> },
        ]}
        rows={presses}
        rowKey={({ pressId }) => pressId}
        empty={<p className="text-ink-soft">No presses.</p>}
      />
      {hasOlderPresses ? (
        <p className="text-ink-soft">There are older presses, which are not shown.</p>
      ) : null}
    </Card>
  );
}

export const pressStateNames: Record<PressLine['state'], string> = {
  delivered: 'Sent',
  recorded: 'Not yet',
  rejected: 'Refused by AURA',
  expired: 'Expired unsent',
  withdrawn: 'Cancelled by the person',
};

function stateOf({ state, calloutId }: PressLine) {
  if (state !== 'delivered') return pressStateNames[state];
  return <TextLink href={`/admin/callouts/${calloutId}`}>{`Callout ${calloutId ?? ''}`}</TextLink>;
}

function Outcome({ line: { kind, state, outcome }, asOf }: { line: PressLine; asOf: string }) {
  if (outcome) {
    return (
      <>
        <span>{`${outcomeNames[outcome.outcome]}, by ${outcome.by},`}</span>{' '}
        <Age at={outcome.at} now={asOf} />
      </>
    );
  }
  const isDue = kind === 'real' && (state === 'expired' || state === 'rejected');
  return isDue ? <TextLink href="/admin/callouts">None yet: it is on the board</TextLink> : '–';
}
