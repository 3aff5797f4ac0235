'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useActionState, useEffect } from 'react';
import { CancelForm } from '#components/admin/cancel-form.tsx';
import { Freshness } from '#components/callout/freshness.tsx';
import { useLive } from '#components/live/live-pages.tsx';
import { Age } from '#components/ui/age.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Card } from '#components/ui/card.tsx';
import { cancelAsOperatorAction } from '#lib/following/cancellations/actions.ts';
import type { Cancellation, Cancellations } from '#lib/following/cancellations/answers.ts';
import { cancellationsQuery } from '#lib/following/cancellations/queries.ts';
import type { CancelReason } from '#lib/following/cancellations/schema.ts';

type CancellationCardProps = {
  calloutId: number;
  initial: Cancellations;
  /** Null without the permission. */
  reasons: readonly CancelReason[] | null;
};

/** Cancellation state, duress hint, and the cancel form. */
export function CancellationCard({ calloutId, initial, reasons }: CancellationCardProps) {
  const { data, error } = useQuery(cancellationsQuery(calloutId, initial, useLive()));
  const client = useQueryClient();
  const router = useRouter();
  const hasClosed = data.isOpen !== initial.isOpen;
  useEffect(() => {
    // Other parts of the page depend on the close.
    if (hasClosed) router.refresh();
  }, [hasClosed, router]);
  const [outcome, submit, isPending] = useActionState(cancelAsOperatorAction, null);
  useEffect(() => {
    if (outcome) void client.invalidateQueries({ queryKey: ['cancellations', calloutId] });
  }, [outcome, client, calloutId]);
  return (
    <Card title="Cancellation">
      {data.duressAt ? (
        <Alert title="Duress suspected">
          <p>
            Someone said that the person is safe, without the right code,{' '}
            <Age at={data.duressAt} now={data.servedAt} />. The person’s page does not show it. Treat them as
            in danger until you know better.
          </p>
        </Alert>
      ) : null}
      <Freshness problem={error} signInHref="/admin/sign-in" servedAt={data.servedAt} />
      {data.cancellations.length === 0 ? <p>No one has asked for it.</p> : null}
      <ul className="grid gap-3">
        {data.cancellations.map((cancellation) => (
          <li key={cancellation.id} className="grid gap-1 rounded-md border border-line p-3">
            <p className="flex flex-wrap justify-between gap-x-4">
              <span className="font-semibold">{whoWords(cancellation)}</span>
              <span className="text-sm text-ink-soft">
                <Age at={cancellation.askedAt} now={data.servedAt} />
              </span>
            </p>
            {cancellation.reason ? <p className="break-words">{`“${cancellation.reason}”`}</p> : null}
            <p className="text-sm">{outcomeWords(cancellation)}</p>
          </li>
        ))}
      </ul>
      {data.isOpen && reasons ? (
        <CancelForm
          calloutId={calloutId}
          reasons={reasons}
          outcome={outcome}
          isPending={isPending}
          onSubmit={submit}
        />
      ) : null}
    </Card>
  );
}

function whoWords({ by, name, isCodeRight }: Cancellation): string {
  if (by === 'operator') return `Operator ${name ?? '(no longer here)'}`;
  return isCodeRight ? 'The person, with the right code' : 'The person, without the right code';
}

function outcomeWords({ state, isCodeRight }: Cancellation): string {
  switch (state) {
    case 'waiting':
      return 'AURA has not answered yet. We keep asking.';
    case 'accepted':
      return isCodeRight === false
        ? 'AURA answered as if it were right. It may treat it as duress.'
        : 'AURA accepted it.';
    case 'refused':
      return 'AURA refused it.';
    case 'closed':
      return 'AURA had closed the callout already.';
    case 'not_sent':
      return 'Not sent to AURA: no code, or too many.';
    case 'unanswered':
      return 'AURA did not answer for an hour. Call its control room.';
  }
}
