import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { Age } from '#components/ui/age.tsx';
import { Button } from '#components/ui/button.tsx';
import { rereadCalloutAction } from '#lib/console/callout-page/actions.ts';
import type { Reread } from '#lib/console/callout-page/schema.ts';
import { errorEntry } from '#lib/errors/errors.ts';

/** Refreshes the callout from AURA and reports the result. */
export function RereadButton({ calloutId }: { calloutId: number }) {
  const client = useQueryClient();
  const { mutate, data, isPending, isError } = useMutation({
    mutationFn: () => rereadCalloutAction(calloutId),
    onSettled: () => client.invalidateQueries({ queryKey: ['callout-status', calloutId] }),
  });
  return (
    <div data-screen-only className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button tone="secondary" onClick={() => mutate()} isBusy={isPending}>
        <RefreshCw aria-hidden="true" />
        Ask AURA now
      </Button>
      {/* Not role=status, which the page uses for the callout's own. */}
      <p aria-live="polite" className="min-w-0 flex-1 basis-52 text-sm">
        <span>{isPending ? 'Asking AURA…' : null}</span>
        {!isPending && data?.ok ? <Came reread={data.value} /> : null}
        <span>{`${
          (!isPending && data?.ok === false
            ? `${errorEntry(data.code).title}. ${errorEntry(data.code).detail}`
            : null) ?? ''
        }${(!isPending && isError ? 'Vigil did not answer. Try again.' : null) ?? ''}`}</span>
      </p>
    </div>
  );
}

function Came({ reread: { hasNews, asOf, servedAt } }: { reread: Reread }) {
  return (
    <>
      <span>{`${hasNews ? 'Something new came, and is shown here.' : 'Nothing new.'} AURA answered`}</span>{' '}
      <Age at={asOf} now={servedAt} />
      <span>.</span>
    </>
  );
}
