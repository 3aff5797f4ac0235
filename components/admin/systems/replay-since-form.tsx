import { CircleCheck } from 'lucide-react';
import { useActionState } from 'react';
import { FormRefusal } from '#components/admin/form-refusal.tsx';
import { Button } from '#components/ui/button.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { replaySinceAction } from '#lib/hooks/actions.ts';
import { MAX_REPLAYED } from '#lib/hooks/model.ts';
import type { ReplaySinceForm as Form } from '#lib/hooks/schema.ts';

const UNTOUCHED: Form = { problem: null, replayed: null };

/** Sends a system all that happened since a time. */
export function ReplaySinceForm({ endpointId, name }: { endpointId: string; name: string }) {
  const [form, submit, isPending] = useActionState(replaySinceAction, UNTOUCHED);
  return (
    <form action={submit} noValidate className="grid gap-4">
      <FormRefusal problem={form.problem} />
      <input type="hidden" name="endpointId" value={endpointId} />
      {form.replayed === null ? null : (
        <StatusLine tone="good" icon={<CircleCheck />}>
          {form.replayed === MAX_REPLAYED
            ? `The ${MAX_REPLAYED} oldest are sent again. There may be more after them.`
            : `${form.replayed} are sent again.`}
        </StatusLine>
      )}
      <TextField
        label="Since (UTC)"
        name="since"
        type="datetime-local"
        required
        error={form.problem?.fields?.since}
      />
      <span>
        <Button
          type="submit"
          tone="secondary"
          isBusy={isPending}
          aria-label={`Send again to ${name} since then`}
        >
          Send again since then
        </Button>
      </span>
    </form>
  );
}
