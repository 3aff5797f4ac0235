'use client';

import { CircleCheck } from 'lucide-react';
import { useActionState } from 'react';
import type { EventQuery } from '#components/admin/webhooks/event-filter.tsx';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { Card } from '#components/ui/card.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import { replayRangeAction } from '#lib/webhooks/actions.ts';
import { MAX_REPLAYED } from '#lib/webhooks/schema.ts';

type ReplayRangeProps = {
  query: EventQuery;
  /** Events matching the filter on all pages; null without a time range. */
  count: number | null;
};

/** Replays the filtered events of a time range after confirming their number. */
export function ReplayRange({ query, count }: ReplayRangeProps) {
  const [outcome, submit, isPending] = useActionState(replayRangeAction, null);
  return (
    <Card title="Replay a range">
      <RefusalAlert problem={outcome?.ok === false ? outcome : null} />
      {outcome?.ok ? (
        <StatusLine tone="good" icon={<CircleCheck />}>
          {`${deliveries(outcome.value.replayed)} put back to be worked again.`}
        </StatusLine>
      ) : null}
      <p>{situation(count)}</p>
      {count !== null && count > 0 && count <= MAX_REPLAYED ? (
        <details>
          <summary className={buttonLook('secondary', 'regular', 'cursor-pointer list-none')}>
            {`Replay ${deliveries(count)}`}
          </summary>
          <form action={submit} className="grid justify-items-start gap-4 pt-4">
            {Object.entries({ ...query, confirmed: `${count}` }).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <p>
              Each is worked as if it had just come: what it is about is read from AURA as it is now. Nobody
              is sent, and nothing is cancelled.
            </p>
            <Button type="submit" isBusy={isPending}>
              {`Yes, replay ${deliveries(count)}`}
            </Button>
          </form>
        </details>
      ) : null}
    </Card>
  );
}

function situation(count: number | null): string {
  if (count === null) return 'Filter by a time from and until to replay what was received between them.';
  if (count > MAX_REPLAYED) {
    return `More than ${MAX_REPLAYED} deliveries pass this filter, and no more are replayed at once. Choose a shorter time.`;
  }
  return `${deliveries(count)} on all pages of this filter.`;
}

const deliveries = (count: number) => (count === 1 ? '1 delivery' : `${count} deliveries`);
