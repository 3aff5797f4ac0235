'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AlarmSound } from '#components/admin/board/alarm-sound.tsx';
import { alertColumns } from '#components/admin/board/alert-columns.tsx';
import { moreWords } from '#components/admin/board/alert-words.ts';
import { useStale } from '#components/admin/board/use-stale.ts';
import { Freshness } from '#components/callout/freshness.tsx';
import { useLive } from '#components/live/live-pages.tsx';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { Age } from '#components/ui/age.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { useTitleBadge } from '#components/ui/use-title-badge.ts';
import { acknowledgeAlertAction } from '#lib/console/attention/actions.ts';
import { attentionQuery } from '#lib/console/attention/queries.ts';
import type { Attention, CurrentAlert } from '#lib/console/attention/schema.ts';
import { giveOutcomeAction } from '#lib/panic/device/actions.ts';

type AttentionListProps = { initial: Attention; hidesTests: boolean; mayAcknowledge: boolean };

const NO_ANSWER = new Error('no answer in time');

/** Alerts; rings until each is acknowledged, and never looks calm while data is stale. */
export function AttentionList({ initial, hidesTests, mayAcknowledge }: AttentionListProps) {
  const isLive = useLive();
  const [shown, setShown] = useState<'first' | 'all'>('first');
  const query = attentionQuery({ kind: hidesTests ? 'real' : 'all', shown }, initial, isLive);
  const { data = initial, error, dataUpdatedAt, isPlaceholderData } = useQuery(query);
  const isStale = useStale(dataUpdatedAt, isLive);
  const problem = error ?? (isStale ? NO_ANSWER : null);
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ['attention'] });
  const acknowledge = useMutation({
    mutationFn: ({ kind, subject, since }: CurrentAlert) => acknowledgeAlertAction({ kind, subject, since }),
    onSettled,
  });
  const giveOutcome = useMutation({ mutationFn: giveOutcomeAction, onSettled });
  useTitleBadge(problem ? '?' : data.waiting);
  const isUrgent = problem !== null || data.waiting > 0;
  return (
    <Card
      title="Needs a human"
      className={isUrgent ? 'border-alert-line' : ''}
      actions={<AlarmSound isRinging={isUrgent} />}
    >
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <p role="status" className={isUrgent ? 'text-lg font-semibold text-alert-ink' : 'text-lg'}>
          {situation(data.waiting, problem !== null)}
        </p>
        <p className="text-sm text-ink-soft">
          <span>Checked</span> <Age at={data.asOf} now={data.asOf} />
          <span>{`. ${escalationWords(data.escalatesAfterMinutes)}`}</span>
        </p>
      </div>
      <Freshness problem={problem} servedAt={data.asOf} signInHref="/admin/sign-in" />
      <RefusalAlert problem={acknowledge.data?.ok === false ? acknowledge.data : null} />
      <RefusalAlert problem={giveOutcome.data?.ok === false ? giveOutcome.data : null} />
      {acknowledge.isError ? <Alert title="Not acknowledged: Vigil did not answer. Try again." /> : null}
      {giveOutcome.isError ? <Alert title="Not saved: Vigil did not answer. Try again." /> : null}
      <DataTable
        caption="What needs a human"
        columns={alertColumns(data.asOf, {
          onAcknowledge: mayAcknowledge ? (need) => acknowledge.mutate(need) : undefined,
          onOutcome: mayAcknowledge ? giveOutcome.mutate : undefined,
          isBusy: (need) => acknowledge.isPending && keyOf(acknowledge.variables) === keyOf(need),
        })}
        rows={data.needs}
        rowKey={keyOf}
        empty={null}
      />
      {data.more.length > 0 ? (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2 font-semibold">
          <span>{`Not in the list: ${moreWords(data.more)}.`}</span>
          {shown === 'first' ? (
            <Button tone="secondary" isBusy={isPlaceholderData} onClick={() => setShown('all')}>
              Show all
            </Button>
          ) : null}
        </p>
      ) : null}
    </Card>
  );
}

function keyOf({ kind, subject, since }: CurrentAlert): string {
  return `${kind} ${subject} ${since}`;
}

function situation(waiting: number, isCutOff: boolean): string {
  if (isCutOff) return 'Whether anything needs a human is not known right now.';
  if (waiting === 0) return 'Nothing waits for a human.';
  return waiting === 1 ? 'One thing waits for a human.' : `${waiting} things wait for a human.`;
}

function escalationWords(afterMinutes: number | null): string {
  if (afterMinutes === null) return 'Escalation is off: no one is notified when alerts are not acknowledged.';
  return `Others are notified of alerts that no one acknowledges for ${afterMinutes} min.`;
}
