'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { AlarmSound } from '#components/admin/alarm-sound.tsx';
import { stateWords } from '#components/admin/undelivered-words.ts';
import { Freshness } from '#components/callout/freshness.tsx';
import { useLive } from '#components/live/live-pages.tsx';
import { Age } from '#components/ui/age.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { acknowledgePressAction } from '#lib/panic/actions.ts';
import { undeliveredQuery } from '#lib/panic/queries.ts';
import type { UndeliveredPresses as Presses, PressProblem, UndeliveredPress } from '#lib/panic/schema.ts';

const PROBLEMS: Record<PressProblem, string> = {
  no_location: 'No position, and AURA takes no callout without one',
  aura_unavailable: 'AURA is not answering',
  test_open: 'AURA gave back a TEST callout that is open there: no responder comes because of that',
  cancelled_open: 'AURA gave back a cancelled callout that is open there: no responder comes because of that',
  no_subscription: 'No active subscription',
  refused: 'AURA did not accept the request',
};

/** Presses that AURA does not have: someone has to act on each, and it rings until somebody says so. */
export function UndeliveredPresses({ initial }: { initial: Presses }) {
  const query = undeliveredQuery(initial, useLive());
  const { data, error } = useQuery(query);
  const client = useQueryClient();
  const acknowledge = useMutation({
    mutationFn: acknowledgePressAction,
    onSettled: () => client.invalidateQueries({ queryKey: query.queryKey }),
  });
  const waiting = data.presses.filter((press) => press.acknowledged === null);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status" className={waiting.length > 0 ? 'font-semibold text-alert-ink' : 'text-ink-soft'}>
          {situation(waiting.length, error !== null)}
        </p>
        <AlarmSound isRinging={waiting.length > 0 || error !== null} />
      </div>
      <Freshness problem={error} servedAt={data.asOf} signInHref="/admin/sign-in" />
      {data.presses.length > 0 ? (
        <Card title="Not with AURA" className="border-alert-line">
          {acknowledge.isError || acknowledge.data?.ok === false ? (
            <Alert title="Not acknowledged. Your role may not do it, or Vigil did not answer: try again." />
          ) : null}
          <DataTable
            caption="Presses that AURA does not have"
            columns={columnsAt(data.asOf, (pressId) => acknowledge.mutate(pressId))}
            rows={data.presses}
            rowKey={(press) => press.pressId}
            empty={null}
          />
        </Card>
      ) : null}
    </>
  );
}

function situation(waiting: number, isCutOff: boolean): string {
  if (isCutOff) return 'Whether every press is with AURA is not known right now.';
  if (waiting === 0) return 'Every press is with AURA or taken up.';
  return `${waiting === 1 ? 'One press' : `${waiting} presses`} not with AURA. Call the person.`;
}

function columnsAt(asOf: string, onAcknowledge: (pressId: string) => void): Column<UndeliveredPress>[] {
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
    { key: 'state', header: 'State', cell: (press) => <Badge tone="attention">{stateWords(press)}</Badge> },
    { key: 'reason', header: 'Why', cell: ({ problem }) => (problem ? PROBLEMS[problem] : '–') },
    { key: 'attempts', header: 'Attempts', isNumeric: true, cell: ({ attempts }) => attempts },
    { key: 'age', header: 'Pressed', cell: ({ receivedAt }) => <Age at={receivedAt} now={asOf} /> },
    {
      key: 'acknowledged',
      header: 'Taken up',
      cell: ({ pressId, person, acknowledged }) =>
        acknowledged ? (
          <>
            {acknowledged.by}, <Age at={acknowledged.at} now={asOf} />
          </>
        ) : (
          <Button
            tone="secondary"
            aria-label={`Acknowledge the press of ${person.name} ${person.surname}`}
            onClick={() => onAcknowledge(pressId)}
          >
            Acknowledge
          </Button>
        ),
    },
  ];
}
