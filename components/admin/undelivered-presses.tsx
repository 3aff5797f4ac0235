'use client';

import { useQuery } from '@tanstack/react-query';
import { Freshness } from '#components/callout/freshness.tsx';
import { Age } from '#components/ui/age.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Card } from '#components/ui/card.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { undeliveredQuery } from '#lib/panic/queries.ts';
import type { UndeliveredPresses as Presses, PressProblem, UndeliveredPress } from '#lib/panic/schema.ts';

const STATES: Record<UndeliveredPress['state'], string> = {
  recorded: 'Still sending',
  rejected: 'Refused by AURA',
  expired: 'Expired unsent',
};

const PROBLEMS: Record<PressProblem, string> = {
  no_location: 'No position, and AURA takes no callout without one',
  aura_unavailable: 'AURA is not answering',
  no_subscription: 'No active subscription',
  refused: 'AURA did not accept the request',
};

/** Presses of the last day that AURA does not have. Someone has to act on each; hidden while there are none. */
export function UndeliveredPresses({ initial }: { initial: Presses }) {
  const { data, isError } = useQuery(undeliveredQuery(initial));
  if (data.presses.length === 0) return null;
  return (
    <Card title="Not with AURA" className="border-alert-line">
      <Freshness isCutOff={isError} servedAt={data.asOf} />
      <p role="status" className="font-semibold text-alert-ink">
        {data.presses.length === 1 ? 'One press' : `${data.presses.length} presses`} of the last day did not
        reach AURA. Call the person.
      </p>
      <DataTable
        caption="Presses that AURA does not have"
        columns={columnsAt(data.asOf)}
        rows={data.presses}
        rowKey={(press) => press.pressId}
        empty={null}
      />
    </Card>
  );
}

function columnsAt(asOf: string): Column<UndeliveredPress>[] {
  return [
    {
      key: 'person',
      header: 'Person',
      cell: ({ person, kind }) => (
        <span className="flex flex-wrap items-center gap-2">
          {person.name} {person.surname}
          {kind === 'test' ? <Badge tone="attention">TEST</Badge> : null}
        </span>
      ),
    },
    {
      key: 'mobile',
      header: 'Mobile',
      cell: ({ person }) => <TextLink href={`tel:${person.mobile}`}>{person.mobile}</TextLink>,
    },
    { key: 'state', header: 'State', cell: ({ state }) => <Badge tone="attention">{STATES[state]}</Badge> },
    { key: 'reason', header: 'Why', cell: ({ problem }) => (problem ? PROBLEMS[problem] : 'Being sent') },
    { key: 'attempts', header: 'Attempts', isNumeric: true, cell: ({ attempts }) => attempts },
    { key: 'age', header: 'Pressed', cell: ({ receivedAt }) => <Age at={receivedAt} now={asOf} /> },
  ];
}
